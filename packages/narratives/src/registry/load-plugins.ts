import type { NarrativePlugin } from '@linernotes/narrative-sdk'
import type { LinerNotesConfig } from '../config.js'
import { ConfigurationError } from './configuration-error.js'
import { parseOptions } from './parse-options.js'

export interface LoadedPlugin {
  readonly plugin: NarrativePlugin
  readonly options: unknown
}

/** As `LinerNotesConfig`, but a plugin may also be given as it is. */
export interface NarratorConfig extends Omit<LinerNotesConfig, 'providers'> {
  readonly providers: readonly (NarrativePlugin | (() => Promise<{ default: NarrativePlugin }>))[]
}

function describe(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
}

async function load(source: NarratorConfig['providers'][number], place: string, problems: string[]): Promise<NarrativePlugin | null> {
  let plugin: unknown
  try {
    plugin = typeof source === 'function' ? (await source()).default : source
  } catch (error) {
    problems.push(`${place}: cannot be loaded: ${describe(error)}`)
    return null
  }
  if (typeof plugin !== 'object' || plugin === null || !('key' in plugin) || typeof plugin.key !== 'string' || !('create' in plugin) || !('config' in plugin)) {
    problems.push(`${place}: has no plugin as its default export`)
    return null
  }
  if (!('contract' in plugin) || plugin.contract !== 'narrative/v1') {
    problems.push(`${place}: ${plugin.key} speaks ${'contract' in plugin ? String(plugin.contract) : 'no contract'}, expected narrative/v1`)
    return null
  }
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(plugin.key)) problems.push(`${place}: the key ${JSON.stringify(plugin.key)} is not kebab-case`)
  return plugin as NarrativePlugin
}

/** Loads and configures every plugin. All problems are reported together. */
export async function loadPlugins(config: NarratorConfig): Promise<ReadonlyMap<string, LoadedPlugin>> {
  const problems: string[] = []
  const loaded = new Map<string, LoadedPlugin>()
  const plugins = await Promise.all(config.providers.map((source, index) => load(source, `providers[${index}]`, problems)))
  for (const plugin of plugins) {
    if (plugin === null) continue
    if (loaded.has(plugin.key)) problems.push(`providers: ${plugin.key} is there twice`)
    const parsed = await parseOptions(plugin, config.narratives[plugin.key] ?? {})
    problems.push(...parsed.problems)
    loaded.set(plugin.key, { plugin, options: parsed.value })
  }
  const known = [...loaded.keys()].join(', ')
  for (const key of Object.keys(config.narratives)) if (!loaded.has(key)) problems.push(`narratives.${key}: no such provider; there are ${known}`)
  for (const kind of ['track', 'episode'] as const) {
    if (config.order[kind].length === 0) problems.push(`order.${kind}: expected at least one provider key`)
    for (const [index, key] of config.order[kind].entries()) {
      if (!loaded.has(key)) problems.push(`order.${kind}[${index}]: no provider ${JSON.stringify(key)}; there are ${known}`)
      else if (config.order[kind].indexOf(key) !== index) problems.push(`order.${kind}[${index}]: ${key} is there twice`)
    }
  }
  if (problems.length > 0) throw new ConfigurationError(problems)
  return loaded
}
