import type { NarrativeProvider } from '@linernotes/narrative-sdk'
import type { ProviderRegistry } from './provider-registry.js'

/** The first of the providers that can interpret words; one that does not start cannot. null: none. */
export async function findInterpreter(registry: ProviderRegistry, keys: readonly string[]): Promise<NonNullable<NarrativeProvider['interpret']> | null> {
  for (const key of keys) {
    const provider = registry.plugin(key) === null ? null : await registry.provider(key).catch(() => null)
    if (provider?.interpret !== undefined) return (request, options) => provider.interpret!(request, options)
  }
  return null
}
