import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { openCommandPlatform } from '../open-command-platform.js'
import { sayWhoElse } from '../say-who-else.js'

/** `linernotes providers`: who can write narratives, and whether they can now. */
export async function providersCommand(context: CommandContext, options: { json?: true }): Promise<ExitCode> {
  await using platform = await openCommandPlatform(context)
  const providers = await platform.narrator.providers({ signal: context.signal })
  if (options.json) context.print(JSON.stringify({ providers }))
  else {
    for (const { key, displayName, health } of providers) {
      const detail = health.detail === null ? '' : `: ${health.detail}`
      context.print(`${health.state === 'up' ? '●' : '○'} ${key.padEnd(18)} ${displayName.padEnd(20)} ${health.state}${detail}`)
    }
  }
  sayWhoElse(context, platform.database)
  return exitCode.done
}
