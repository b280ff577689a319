import type { CommandContext } from './command-context.js'
import type { ExitCode } from './exit-code.js'

/** Makes a commander action of a command: the context first, then what the user typed. */
export type Runs = <Arguments extends readonly unknown[]>(
  command: (context: CommandContext, ...values: Arguments) => Promise<ExitCode>,
) => (...values: unknown[]) => Promise<void>
