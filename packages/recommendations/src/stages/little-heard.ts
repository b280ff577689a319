import { audienceSize } from '../model/audience-index.js'
import { columnsOf } from '../model/compressed-rows.js'
import type { Snapshot } from '../model/snapshot.js'
import { ANONYMITY_FLOOR } from '../reason.js'
import type { Suggestion } from '../suggestion.js'

/** A track whose artists fewer than ten listeners play, each of them; an episode that fewer than ten have played, for there are far fewer shows than artists. */
export function isLittleHeard(item: number, { catalogue, audience }: Snapshot): boolean {
  if (item >= catalogue.trackCount) return audience.itemListenerCount[item]! < ANONYMITY_FLOOR
  return columnsOf(catalogue.itemCreators, item).every((creator) => audienceSize(audience, creator) < ANONYMITY_FLOOR)
}

/** How many places of a list go to the little heard. */
export function exposureOf(suggestions: readonly Suggestion[], snapshot: Snapshot): { readonly littleHeard: number; readonly of: number } {
  const littleHeard = suggestions.filter(({ itemId }) => isLittleHeard(snapshot.catalogue.items.numberOf(itemId)!, snapshot))
  return { littleHeard: littleHeard.length, of: suggestions.length }
}
