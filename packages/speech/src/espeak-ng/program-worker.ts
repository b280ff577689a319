// A thread that starts programs: beside a process with much memory, starting one takes tens of milliseconds, in which nobody else would be answered.
import { parentPort } from 'node:worker_threads'
import { SpeechError } from '../speech-error.js'
import { runProgram } from './run-program.js'
import type { FromThread, ToThread } from './program-thread.js'

const running = new Map<number, AbortController>()

async function run(message: Extract<ToThread, { readonly type: 'run' }>): Promise<void> {
  const { id, run: wanted } = message
  const own = new AbortController()
  running.set(id, own)
  try {
    const output = await runProgram({ ...wanted, signal: own.signal })
    // A copy of its own: a Buffer may share its memory with others.
    const bytes = Uint8Array.from(output)
    tell({ type: 'done', id, bytes }, [bytes.buffer])
  } catch (error) {
    const failure = SpeechError.isInstance(error) ? error : new SpeechError('unavailable', error instanceof Error ? error.message : String(error))
    tell({ type: 'failed', id, code: failure.code, message: failure.message })
  } finally {
    running.delete(id)
  }
}

const tell = (message: FromThread, transfer: ArrayBuffer[] = []): void => parentPort?.postMessage(message, transfer)

parentPort?.on('message', (message: ToThread) => {
  if (message.type === 'run') void run(message)
  else running.get(message.id)?.abort(new SpeechError('unavailable', 'nobody listens any more'))
})
