import type { NarrativePlugin } from '@linernotes/narrative-sdk'
import type { NarratorConfig } from './load-plugins.js'
import { parseOptions } from './parse-options.js'
import { PluginNotFoundError } from './resolve-plugin.js'

/** One entry of `providers`, as far as it could be read. */
export interface InspectedPlugin {
  /** 'providers[2]'. */
  readonly place: string
  /** null: it could not be loaded, or is no plugin of this contract. */
  readonly plugin: NarrativePlugin | null
  /** As parsed; null where they have problems. */
  readonly options: unknown
  readonly problems: readonly string[]
}

export interface Inspection {
  readonly sources: readonly InspectedPlugin[]
  /** Of the configuration as a whole: keys that nobody has, an order without anybody. */
  readonly problems: readonly string[]
}

/** Loads every plugin and reads its options; what is wrong stands beside what is not. */
export async function inspectPlugins(config: NarratorConfig): Promise<Inspection> {
  const loaded = await Promise.all(config.providers.map((source, index) => inspect(source, `providers[${index}]`, config)))
  const keys = new Set<string>()
  const sources = loaded.map((source) => {
    const key = source.plugin?.key
    const isTwice = key !== undefined && keys.has(key)
    if (key !== undefined) keys.add(key)
    return isTwice ? { ...source, problems: [`providers: ${key} is there twice`, ...source.problems] } : source
  })
  return { sources, problems: wholeProblems(config, keys) }
}

async function inspect(source: NarratorConfig['providers'][number], place: string, config: NarratorConfig): Promise<InspectedPlugin> {
  const unusable = (problem: string): InspectedPlugin => ({ place, plugin: null, options: null, problems: [`${place}: ${problem}`] })
  let plugin: unknown
  try {
    plugin = typeof source === 'function' ? (await source()).default : source
  } catch (error) {
    const message = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
    return unusable(error instanceof PluginNotFoundError ? message : `cannot be loaded: ${message}`)
  }
  if (!looksLikePlugin(plugin)) return unusable('has no plugin as its default export; it should be what definePlugin({ ... }) gives')
  if (plugin.contract !== 'narrative/v1') {
    const spoken = plugin.contract === undefined ? 'no contract' : String(plugin.contract)
    return unusable(`${plugin.key} speaks ${spoken}, expected narrative/v1; install a version of it that does`)
  }
  const keyProblems = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(plugin.key) ? [] : [`${place}: the key ${JSON.stringify(plugin.key)} is not kebab-case`]
  const parsed = await parseOptions(plugin as NarrativePlugin, config.narratives[plugin.key] ?? {})
  return { place, plugin: plugin as NarrativePlugin, options: parsed.value, problems: [...keyProblems, ...parsed.problems] }
}

function looksLikePlugin(value: unknown): value is { readonly key: string; readonly contract?: unknown } {
  return typeof value === 'object' && value !== null && 'key' in value && typeof value.key === 'string' && 'create' in value && 'config' in value
}

function wholeProblems(config: NarratorConfig, keys: ReadonlySet<string>): readonly string[] {
  const known = [...keys].join(', ')
  const problems = Object.keys(config.narratives)
    .filter((key) => !keys.has(key))
    .map((key) => `narratives.${key}: no such provider; there are ${known}`)
  for (const kind of ['track', 'episode'] as const) {
    const order = config.order[kind]
    if (order.length === 0) problems.push(`order.${kind}: expected at least one provider key`)
    for (const [index, key] of order.entries()) {
      if (!keys.has(key)) problems.push(`order.${kind}[${index}]: no provider ${JSON.stringify(key)}; there are ${known}`)
      else if (order.indexOf(key) !== index) problems.push(`order.${kind}[${index}]: ${key} is there twice`)
    }
  }
  return problems
}
