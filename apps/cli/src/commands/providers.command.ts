import { loadConfig } from '@linernotes/configuration'
import { openPlatform } from '@linernotes/serving'
import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'

/** `linernotes providers`: who can write narratives, and whether they can now. */
export async function providersCommand(context: CommandContext, options: { json?: true }): Promise<ExitCode> {
  const { environment, now, fetch, signal } = context
  await using platform = await openPlatform({
    databaseUrl: environment.databaseUrl,
    dataDirectory: environment.dataDirectory,
    modelsDirectory: environment.modelsDirectory,
    rootDirectory: environment.rootDirectory,
    mode: 'share',
    config: await loadConfig(environment),
    now,
    fetch,
    log: () => {},
    signal,
  })
  const providers = await platform.narrator.providers()
  if (options.json) context.print(JSON.stringify({ providers }))
  else for (const { key, displayName, health } of providers) context.print(`${health.state === 'up' ? '●' : '○'} ${key.padEnd(18)} ${displayName.padEnd(20)} ${health.state}${health.detail === null ? '' : `: ${health.detail}`}`)
  return exitCode.done
}
