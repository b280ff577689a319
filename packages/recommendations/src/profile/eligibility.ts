import { forEachInRow } from '../model/compressed-rows.js'
import { advisoryRank } from '../model/catalogue-index.js'
import type { Snapshot } from '../model/snapshot.js'
import type { ItemKind } from '../suggestion.js'

/** Which items may be suggested at all: 1 by item number. Sources look here while they scan, so that no pick is wasted. */
export type Eligibility = Uint8Array

export interface EligibilityRules {
  readonly kinds: readonly ItemKind[]
  readonly heardIds: Iterable<string>
  readonly hiddenIds: Iterable<string>
  /** Items, or artists and shows with everything of theirs. */
  readonly excludeIds: Iterable<string>
  /** 'clean': only what is marked clean; 'unknown': everything that is not marked explicit; 'explicit': everything. */
  readonly maxAdvisory: keyof typeof advisoryRank
}

export function findEligible(snapshot: Snapshot, rules: EligibilityRules): Eligibility {
  const { catalogue } = snapshot
  const eligible = new Uint8Array(catalogue.items.size)
  if (rules.kinds.includes('track')) eligible.fill(1, 0, catalogue.trackCount)
  if (rules.kinds.includes('episode')) eligible.fill(1, catalogue.trackCount)
  const most = advisoryRank[rules.maxAdvisory]
  for (let item = 0; item < eligible.length; item++) if (catalogue.advisory[item]! > most || catalogue.isTrailer[item] === 1) eligible[item] = 0
  for (const ids of [rules.heardIds, rules.hiddenIds, rules.excludeIds]) {
    for (const id of ids) {
      const item = catalogue.items.numberOf(id)
      if (item !== undefined) eligible[item] = 0
    }
  }
  for (const id of rules.excludeIds) {
    const creator = catalogue.creators.numberOf(id)
    if (creator !== undefined) forEachInRow(catalogue.creatorItems, creator, (item) => (eligible[item] = 0))
  }
  return eligible
}

/** One item and nothing else: for asking why it would be suggested. */
export function onlyEligible(snapshot: Snapshot, itemId: string): Eligibility {
  const eligible = new Uint8Array(snapshot.catalogue.items.size)
  const item = snapshot.catalogue.items.numberOf(itemId)
  if (item !== undefined) eligible[item] = 1
  return eligible
}
