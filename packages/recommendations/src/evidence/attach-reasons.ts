import { isReason, type Suggestion } from '../suggestion.js'
import type { Reason } from '../reason.js'
import type { EvidenceMaterial } from './evidence-material.js'
import { proveReason } from './prove-reason.js'

const MOST_REASONS = 3

/** Writes `because`: the strongest contributions that can be proved, each with its share of all that speaks for the item; the rest is the remainder. */
export function attachReasons(suggestion: Suggestion, material: EvidenceMaterial): Suggestion {
  const positive = suggestion.contributions.reduce((sum, { value }) => sum + Math.max(0, value), 0)
  const because: Reason[] = []
  for (const contribution of suggestion.contributions) {
    if (!isReason(contribution) || contribution.value <= 0 || because.length === MOST_REASONS) continue
    const { code, basis, value } = contribution
    const evidence = proveReason(code, basis, suggestion.itemId, material)
    if (evidence.length > 0) because.push({ code, weight: value / positive, evidence, basis })
  }
  const remainder = Math.max(0, 1 - because.reduce((sum, { weight }) => sum + weight, 0))
  return { ...suggestion, because, remainder, facts: material.catalogueFacts(suggestion.itemId) }
}
