import { Console } from 'node:console'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseEnvironment } from '@linernotes/configuration'
import { watchBlocking } from '@linernotes/narratives'
import { exitCode, type ExitCode } from './exit-code.js'
import { explainFailure } from './failures.js'
import { openProgress } from './progress.js'
import { runProgram } from './program.js'

const rootDirectory = path.resolve(import.meta.dirname, '../../..')
const environmentFile = path.join(rootDirectory, '.env')
if (existsSync(environmentFile)) process.loadEnvFile(environmentFile)

const interrupt = new AbortController()
// Once: a second Ctrl-C ends the process at once.
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interrupt.abort(new DOMException('interrupted', 'AbortError')))
// `linernotes ... | head` has read enough.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? process.exit() : undefined))

// stdout is for the answer: what a plugin prints is a note.
globalThis.console = new Console(process.stderr)

const note = (line: string): void => void process.stderr.write(`${line}\n`)

async function main(): Promise<ExitCode> {
  const parsed = parseEnvironment(process.env, rootDirectory)
  if (!parsed.ok) {
    for (const problem of parsed.problems) note(problem)
    return exitCode.failed
  }
  return await runProgram(
    {
      environment: parsed.environment,
      variables: process.env,
      directory: process.env['INIT_CWD'] ?? process.cwd(),
      signal: interrupt.signal,
      now: Date.now,
      fetch,
      progress: (title) => openProgress(title, process.stderr),
      print: (line) => void process.stdout.write(`${line}\n`),
      note,
    },
    process.argv.slice(2),
  )
}

watchBlocking({ stateDirectory: null, format: 'line' })
try {
  process.exitCode = await main()
} catch (error) {
  const { code, line } = explainFailure(error, interrupt.signal.aborted)
  note(line)
  process.exitCode = code
}
// A timer that a plugin left running must not keep a command from ending; an answer that is not read yet may.
setInterval(() => void (process.stdout.writableLength === 0 && process.exit()), 1_000).unref()
