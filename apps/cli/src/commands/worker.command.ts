import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { openCommandPlatform } from '../open-command-platform.js'
import { parseCount } from '../parse-number.js'

/** `linernotes worker`: writes the lists of runs that `linernotes narrate` began, here or on another machine, until it is stopped. */
export async function workerCommand(context: CommandContext, options: { readonly workers: string }): Promise<ExitCode> {
  const workers = parseCount('worker: --workers', options.workers, 1, 256)
  await using platform = await openCommandPlatform(context)
  let lists = 0
  context.note(`Working on up to ${workers} lists at once. Ctrl-C stops after giving back what is begun.`)
  await platform.work(workers, () => (lists += 1), context.signal)
  context.print(`${lists} lists written.`)
  return exitCode.done
}
