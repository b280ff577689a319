import { spawn } from 'node:child_process'
import { SpeechError } from '../speech-error.js'

export interface ProgramRun {
  readonly program: string
  readonly options: readonly string[]
  /** Given on standard input: never an argument, never through a shell. */
  readonly input: string
  readonly signal: AbortSignal
  /** More than so many bytes of output is an error. */
  readonly mostBytes: number
}

/** What the program prints, whole. Ends it when the signal aborts, and rejects with the reason; SpeechError `unavailable` where it is not there or fails. */
export function runProgram({ program, options, input, signal, mostBytes }: ProgramRun): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason as Error)
    // Its environment is not ours: nothing secret, and no setting that would change how it sounds.
    const child = spawn(program, [...options], { stdio: ['pipe', 'pipe', 'pipe'], env: { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C.UTF-8' } })
    const chunks: Buffer[] = []
    let bytes = 0
    let complaint = ''
    const stop = (): void => void child.kill('SIGKILL')
    const finish = (settle: () => void): void => {
      signal.removeEventListener('abort', stop)
      settle()
    }
    signal.addEventListener('abort', stop, { once: true })
    child.stdout.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= mostBytes) chunks.push(chunk)
      else stop()
    })
    child.stderr.on('data', (chunk: Buffer) => (complaint = `${complaint}${chunk.toString('utf8')}`.slice(0, 300)))
    // It may have ended before it read everything.
    child.stdin.on('error', () => undefined)
    child.once('error', (error: NodeJS.ErrnoException) => finish(() => reject(signal.aborted ? (signal.reason as Error) : notThere(program, error))))
    child.once('close', (code) =>
      finish(() => {
        if (signal.aborted) reject(signal.reason as Error)
        else if (bytes > mostBytes) reject(new SpeechError('invalid-response', `${program} gave more than ${mostBytes} bytes`))
        else if (code !== 0) reject(new SpeechError('unavailable', `${program} ended with ${code}: ${complaint.trim().split('\n', 1)[0] || 'it said nothing'}`))
        else resolve(Buffer.concat(chunks))
      }),
    )
    child.stdin.end(input)
  })
}

function notThere(program: string, cause: NodeJS.ErrnoException): SpeechError {
  const message = cause.code === 'ENOENT' ? `${program} is not installed: install the package espeak-ng, or leave it out of speech.providers` : cause.message
  return new SpeechError('unavailable', message, { cause })
}
