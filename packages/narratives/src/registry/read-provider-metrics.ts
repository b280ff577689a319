import type { NarrativeProvider } from '@linernotes/narrative-sdk'

/** Numbers that a provider counts beside the contract, by name; null is unknown. */
export type ProviderMetrics = Readonly<Record<string, number | null>>

/** What a running provider counts. One that counts nothing, or fails at it, has no numbers: they are a plugin's, and nothing rests on them. */
export function readProviderMetrics(provider: NarrativeProvider): ProviderMetrics {
  const read: unknown = Reflect.get(provider, 'metrics')
  if (typeof read !== 'function') return {}
  try {
    const said: unknown = Reflect.apply(read, provider, [])
    if (typeof said !== 'object' || said === null) return {}
    return Object.fromEntries(Object.entries(said).filter((entry): entry is [string, number | null] => isMetric(...entry)))
  } catch {
    return {}
  }
}

const isMetric = (name: string, value: unknown): boolean =>
  /^[a-z][a-zA-Z0-9]{0,60}$/.test(name) && (value === null || (typeof value === 'number' && Number.isFinite(value)))
