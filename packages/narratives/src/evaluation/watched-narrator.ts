import { createNarrator, type NarratorOptions } from '../create-narrator.js'
import type { Narrator } from '../narrator.js'
import { loadPlugins } from '../registry/load-plugins.js'
import type { WatchedAttempt } from './evaluated.js'
import { watchPlugin } from './watch-plugin.js'

/** Keys of the providers of a configuration. Throws a ConfigurationError with all problems. */
export async function readProviderKeys(config: NarratorOptions['config']): Promise<readonly string[]> {
  return [...(await loadPlugins(config)).keys()]
}

/** A narrator as configured, with somebody who reads along. No provider is left alone after failures: each brief is a question of its own. */
export async function createWatchedNarrator(options: NarratorOptions, onAttempt: (attempt: WatchedAttempt) => void): Promise<Narrator> {
  const plugins = await loadPlugins(options.config)
  return await createNarrator({
    ...options,
    config: { ...options.config, providers: [...plugins.values()].map(({ plugin }) => watchPlugin(plugin, onAttempt)) },
    policies: { ...options.policies, breakerFailures: Number.MAX_SAFE_INTEGER },
  })
}
