import type { Environment } from '@linernotes/configuration'
import type { Progress } from './progress.js'

/** What a command needs of the process it runs in. */
export interface CommandContext {
  readonly environment: Environment
  readonly variables: Readonly<Record<string, string | undefined>>
  /** Directory in which the user typed the command: relative paths in arguments start here. */
  readonly directory: string
  readonly signal: AbortSignal
  readonly now: () => number
  readonly fetch: typeof fetch
  readonly progress: (title: string) => Progress
  /** The answer: one call for each line. */
  readonly print: (line: string) => void
  /** Notes and warnings, on stderr. */
  readonly note: (line: string) => void
}
