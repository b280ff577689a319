import type { NarrativeProvider } from '@linernotes/narrative-sdk'
import { loadPlugins, type NarratorConfig } from '../registry/load-plugins.js'
import { ProviderRegistry, type HostServices } from '../registry/provider-registry.js'

export interface Judge extends AsyncDisposable {
  readonly score: NonNullable<NarrativeProvider['judge']>
}

/** A provider as a judge of tone, in a registry of its own. 'unknown': there is no such provider; 'unsupported': it cannot judge. */
export async function openJudge(config: NarratorConfig, host: HostServices, key: string): Promise<Judge | 'unknown' | 'unsupported'> {
  const plugins = await loadPlugins(config)
  if (!plugins.has(key)) return 'unknown'
  await using opened = new AsyncDisposableStack()
  const provider = await opened.use(new ProviderRegistry(plugins, host)).provider(key)
  if (provider.judge === undefined) return 'unsupported'
  const whole = opened.move()
  return { score: (request, options) => (provider.judge as Judge['score'])(request, options), [Symbol.asyncDispose]: () => whole.disposeAsync() }
}
