import type { NarrativeProvider } from '@linernotes/narrative-sdk'
import { loadPlugins, type NarratorConfig } from '../registry/load-plugins.js'
import { ProviderRegistry, type HostServices } from '../registry/provider-registry.js'

export interface Judge extends AsyncDisposable {
  readonly type: 'judge'
  readonly score: NonNullable<NarrativeProvider['judge']>
}

/** Nobody has this key, or whoever has it cannot judge. */
export interface NoJudge extends AsyncDisposable {
  readonly type: 'unknown' | 'unsupported'
  readonly keys: readonly string[]
}

/** A provider as a judge of tone, in a registry of its own. */
export async function openJudge(config: NarratorConfig, host: HostServices, key: string): Promise<Judge | NoJudge> {
  const plugins = await loadPlugins(config)
  const registry = new ProviderRegistry(plugins, host)
  const close = (): Promise<void> => registry[Symbol.asyncDispose]()
  const none = (type: NoJudge['type']): NoJudge => ({ type, keys: [...plugins.keys()], [Symbol.asyncDispose]: close })
  if (!plugins.has(key)) return none('unknown')
  const provider = await registry.provider(key)
  const score = provider.judge?.bind(provider)
  return score === undefined ? none('unsupported') : { type: 'judge', score, [Symbol.asyncDispose]: close }
}
