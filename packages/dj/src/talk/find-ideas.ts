import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { Evidence } from '@linernotes/catalog'
import type { Taste } from '@linernotes/listening'
import type { Reason } from '@linernotes/recommendations'
import type { ItemTraits } from '../plan/candidate.js'
import { keyOf, type TalkIdea } from './talk-idea.js'

/** What a talk is looked for in. */
export interface TalkGround {
  readonly traits: ItemTraits
  /** What the catalogue knows of the item. */
  readonly facts: readonly Evidence[]
  readonly reasons: readonly Reason[]
  /** What plays before it; null: it opens the session. */
  readonly previous: { readonly traits: ItemTraits; readonly facts: readonly Evidence[] } | null
  /** null: nobody in particular. */
  readonly taste: Taste | null
}

/** Why the item is here. */
export function whyIdeas({ reasons }: TalkGround): readonly TalkIdea[] {
  return reasons.slice(0, 2).flatMap((reason, index): readonly TalkIdea[] => {
    if (reason.evidence.length === 0) return []
    return [{ kind: 'why', reason: reason.code, evidence: reason.evidence, keys: reason.evidence.filter(isTelling).map(keyOf), worth: index === 0 ? 1 : 0.5 }]
  })
}

/** Where an item is from is named along the way, and is not what is told. */
function isTelling(fact: Evidence): boolean {
  return !['item', 'release', 'release-tags'].includes(fact.property)
}

/** All that could be said before an item. */
export async function findIdeas(_db: Kysely<Database>, ground: TalkGround): Promise<readonly TalkIdea[]> {
  return [...whyIdeas(ground)]
}
