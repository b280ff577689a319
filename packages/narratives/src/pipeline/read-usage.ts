import type { NarrativeUsage } from '@linernotes/narrative-sdk'

/** More is no count of tokens, and no integer of the ledger or of GraphQL. */
const mostTokens = 2 ** 31 - 1

function field(usage: unknown, name: keyof NarrativeUsage): unknown {
  return typeof usage === 'object' && usage !== null ? (usage as Readonly<Record<string, unknown>>)[name] : undefined
}

function tokens(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= mostTokens ? value : null
}

/** What a provider says that it used. What cannot be is unknown (null): one such number would cost a whole list its place in the ledger, or give a budget money back. */
export function readUsage(usage: unknown): NarrativeUsage {
  const cost = field(usage, 'costMicroUsd')
  return {
    inputTokens: tokens(field(usage, 'inputTokens')),
    outputTokens: tokens(field(usage, 'outputTokens')),
    cachedInputTokens: tokens(field(usage, 'cachedInputTokens')),
    costMicroUsd: typeof cost === 'number' && cost >= 0 && cost <= Number.MAX_SAFE_INTEGER ? cost : null,
  }
}
