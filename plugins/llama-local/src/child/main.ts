// Entry of the child process: one model, spoken to over IPC. It ends when its parent does.
import { PromptTooLongError, type Engine } from './engine.js'
import { loadEngine } from './load-engine.js'
import type { FromChild, ToChild } from './message.js'
import { TextBatch } from './text-batch.js'

const running = new Map<number, AbortController>()
let engine: Engine | null = null

process.on('disconnect', () => process.exit(0))
process.on('message', (message: ToChild) => {
  if (message.type === 'load') void load(message)
  else if (message.type === 'generate') void generate(message)
  else if (message.type === 'abort') running.get(message.id)?.abort()
  else send({ type: 'pong', rssBytes: process.memoryUsage.rss() })
})

async function load({ options }: ToChild & { type: 'load' }): Promise<void> {
  try {
    engine = await loadEngine(options, (news) => send({ type: 'prefix', news }))
    send({ type: 'ready', trainContextSize: engine.trainContextSize, rssBytes: process.memoryUsage.rss() })
  } catch (error) {
    send({ type: 'refused', message: messageOf(error) })
  }
}

async function generate({ id, request }: ToChild & { type: 'generate' }): Promise<void> {
  const controller = new AbortController()
  const batch = new TextBatch((text) => send({ type: 'text', id, text }))
  running.set(id, controller)
  try {
    if (engine === null) throw new Error('No model is loaded')
    const end = await engine.generate(request, { signal: controller.signal, onText: (text) => batch.write(text) })
    batch.flush()
    send({ type: 'done', id, ...end })
  } catch (error) {
    if (controller.signal.aborted) send({ type: 'aborted', id })
    else send({ type: 'error', id, reason: error instanceof PromptTooLongError ? 'too-long' : 'failed', message: messageOf(error) })
  } finally {
    batch.close()
    running.delete(id)
  }
}

function send(message: FromChild): void {
  if (process.connected) process.send?.(message)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
