import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseEnvironment } from '@linernotes/configuration'
import { exitCode, UsageError, type ExitCode } from './exit-code.js'
import { openProgress } from './progress.js'
import { runProgram } from './program.js'

const rootDirectory = path.resolve(import.meta.dirname, '../../..')
const environmentFile = path.join(rootDirectory, '.env')
if (existsSync(environmentFile)) process.loadEnvFile(environmentFile)

const interrupt = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interrupt.abort(new DOMException('interrupted', 'AbortError')))

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

try {
  process.exitCode = await main()
} catch (error) {
  if (interrupt.signal.aborted) {
    note('interrupted')
    process.exitCode = exitCode.interrupted
  } else {
    note(error instanceof Error ? error.message : String(error))
    process.exitCode = error instanceof UsageError ? exitCode.usage : exitCode.failed
  }
}
