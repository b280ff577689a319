import { isReason, type Suggestion } from '../suggestion.js'
import type { Reason } from '../reason.js'
import type { EvidenceMaterial } from './evidence-material.js'
import { proveReason } from './prove-reason.js'

const MOST_REASONS = 3

/** Writes `because`: the strongest contributions that can be proved, each with its share of all that speaks for the item. */
export function attachReasons(suggestion: Suggestion, material: EvidenceMaterial): Suggestion {
  const positive = suggestion.contributions.reduce((sum, { value }) => sum + Math.max(0, value), 0)
  const because: Reason[] = []
  for (const contribution of suggestion.contributions) {
    if (!isReason(contribution) || contribution.value <= 0 || because.length === MOST_REASONS) continue
    const evidence = proveReason(contribution.code, contribution.basis, suggestion.itemId, material)
    if (evidence.length > 0) because.push({ code: contribution.code, weight: contribution.value / positive, evidence })
  }
  return { ...suggestion, because, facts: material.catalogueFacts(suggestion.itemId) }
}
