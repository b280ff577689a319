import type { Capabilities } from '@linernotes/narrative-sdk'
import { ok, problem, warning, type ProviderCheck } from './provider-check.js'

/** What makes capabilities none, and the remedy; null: they are as the contract has them. */
export function malformedCapability({
  kinds,
  styles,
  languages,
  promptVersion,
  maxConcurrency,
  maxInputTokens,
}: Capabilities): readonly [string, string] | null {
  for (const [name, list] of Object.entries({ kinds, styles, languages })) {
    if (!Array.isArray(list) || list.length === 0) return [`capabilities.${name} is empty`, `list in the plugin which ${name} it can write`]
  }
  for (const [name, limit] of Object.entries({ maxConcurrency, maxInputTokens })) {
    if (limit !== null && !(Number.isInteger(limit) && limit > 0))
      return [`capabilities.${name} is ${String(limit)}`, 'a whole number above 0, or null for no limit']
  }
  return typeof promptVersion === 'string' && promptVersion !== ''
    ? null
    : ['capabilities.promptVersion is empty', 'name the version of the prompt or the phrases: it is a part of the cache key']
}

/** What a provider says of itself, held against the contract and against where it stands in the order. */
export function checkCapabilities(
  capabilities: Capabilities,
  order: { readonly track: readonly string[]; readonly episode: readonly string[] },
  key: string,
): ProviderCheck {
  const { kinds, styles, languages, locality } = capabilities
  const malformed = malformedCapability(capabilities)
  if (malformed !== null) return problem('capabilities', ...malformed)
  const misplaced = (['track', 'episode'] as const).filter((kind) => order[kind].includes(key) && !kinds.includes(kind))
  if (misplaced.length > 0)
    return warning(
      'capabilities',
      `stands in order.${misplaced.join(' and order.')}, and does not narrate ${misplaced.join('s or ')}s`,
      'take it out there: it is only passed over',
    )
  return ok('capabilities', `${kinds.join(', ')} · ${styles.join(', ')} · ${languages.join(', ')} · ${locality}`)
}
