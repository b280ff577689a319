import type { Capabilities } from '@linernotes/narrative-sdk'
import type { ProviderRegistry } from '../registry/provider-registry.js'
import type { ProviderIdentity } from './cache-key.js'

/** What a provider's texts depend on beside the brief. Without capabilities it did not start: its options alone tell its texts from others'. */
export function identifyProvider(registry: ProviderRegistry, key: string, capabilities: Capabilities | null): ProviderIdentity {
  return {
    key,
    promptVersion: capabilities?.promptVersion ?? '',
    options: optionsOf(registry, key, new Set()),
    realisation: capabilities?.realisation ?? 'model',
  }
}

/** A plugin that is built on another names it in its options (`writer: 'llama-local'`): that one's model is then its own. */
function optionsOf(registry: ProviderRegistry, key: string, seen: Set<string>): unknown {
  seen.add(key)
  const options = registry.options(key)
  const values: unknown[] = typeof options === 'object' && options !== null ? Object.values(options) : []
  const named = values.filter((value): value is string => typeof value === 'string' && registry.keys.includes(value) && !seen.has(value))
  return named.length === 0 ? options : [options, ...named.toSorted().map((other) => optionsOf(registry, other, seen))]
}
