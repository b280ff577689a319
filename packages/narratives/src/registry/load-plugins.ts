import type { NarrativePlugin } from '@linernotes/narrative-sdk'
import type { LinerNotesConfig } from '../config.js'
import { ConfigurationError } from './configuration-error.js'
import { inspectPlugins } from './inspect-plugins.js'

export interface LoadedPlugin {
  readonly plugin: NarrativePlugin
  readonly options: unknown
}

/** As `LinerNotesConfig`, but a plugin may also be given as it is. */
export interface NarratorConfig extends Omit<LinerNotesConfig, 'providers'> {
  readonly providers: readonly (NarrativePlugin | (() => Promise<{ default: NarrativePlugin }>))[]
}

/** Loads and configures every plugin. All problems are reported together. */
export async function loadPlugins(config: NarratorConfig): Promise<ReadonlyMap<string, LoadedPlugin>> {
  const { sources, problems } = await inspectPlugins(config)
  const all = [...sources.flatMap((source) => source.problems), ...problems]
  if (all.length > 0) throw new ConfigurationError(all)
  return new Map(sources.flatMap(({ plugin, options }) => (plugin === null ? [] : [[plugin.key, { plugin, options }] as const])))
}
