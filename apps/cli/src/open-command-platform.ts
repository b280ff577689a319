import { loadConfig } from '@linernotes/configuration'
import { openPlatform, type Platform } from '@linernotes/serving'
import type { CommandContext } from './command-context.js'

/** The platform as a command uses it: through the process that has the data directory open, where there is one. */
export async function openCommandPlatform({ environment, now, fetch, signal }: CommandContext): Promise<Platform> {
  return await openPlatform({
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
}
