import { loadConfig } from '@linernotes/configuration'
import { openPlatform, type Platform, type PlatformOptions } from '@linernotes/serving'
import type { CommandContext } from './command-context.js'

/** The platform as a command uses it: through the process that has the data directory open, where there is one. `config`: another than the configured one. */
export async function openCommandPlatform({ environment, now, fetch, signal }: CommandContext, config?: PlatformOptions['config']): Promise<Platform> {
  return await openPlatform({
    databaseUrl: environment.databaseUrl,
    dataDirectory: environment.dataDirectory,
    modelsDirectory: environment.modelsDirectory,
    rootDirectory: environment.rootDirectory,
    signingKey: environment.signingKey,
    mode: 'share',
    config: config ?? (await loadConfig(environment)),
    now,
    fetch,
    log: () => {},
    signal,
  })
}
