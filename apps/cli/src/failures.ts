import { ListenerNotNamedError } from '@linernotes/listening'
import { exitCode, type ExitCode } from './exit-code.js'

/** The command was called wrongly; the message says how to call it. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Somebody stopped the command; the message says how far it came. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError'
}

/** What a command ends with when it throws: an exit code and one line, never a stack. */
export function explainFailure(error: unknown, interrupted: boolean): { readonly code: ExitCode; readonly line: string } {
  if (error instanceof InterruptedError) return { code: exitCode.interrupted, line: error.message }
  if (interrupted) return { code: exitCode.interrupted, line: 'Interrupted.' }
  const code = error instanceof UsageError || error instanceof ListenerNotNamedError ? exitCode.usage : exitCode.failed
  const message = error instanceof Error ? error.message || error.name : String(error)
  return { code, line: message.replaceAll(/\s*\n\s*/g, ' ').trim() }
}
