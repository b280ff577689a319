import { createNarrator, type NarratorOptions } from '../create-narrator.js'
import type { Narrator } from '../narrator.js'
import { loadPlugins } from '../registry/load-plugins.js'
import type { WatchedAttempt } from './evaluated.js'
import { watchPlugin } from './watch-plugin.js'

export interface WatchedNarrator {
  readonly narrator: Narrator
  readonly keys: readonly string[]
}

/** A narrator as configured, with somebody who reads along. No provider is left alone after failures: each brief is a question of its own. */
export async function createWatchedNarrator(options: NarratorOptions, onAttempt: (attempt: WatchedAttempt) => void): Promise<WatchedNarrator> {
  const plugins = await loadPlugins(options.config)
  const providers = [...plugins.values()].map(({ plugin }) => watchPlugin(plugin, onAttempt))
  const narrator = await createNarrator({
    ...options,
    config: { ...options.config, providers },
    policies: { ...options.policies, breakerFailures: Number.MAX_SAFE_INTEGER },
  })
  return { narrator, keys: [...plugins.keys()] }
}
