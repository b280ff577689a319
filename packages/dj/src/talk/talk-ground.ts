import type { Evidence } from '@linernotes/catalog'
import type { Taste } from '@linernotes/listening'
import type { Reason } from '@linernotes/recommendations'
import type { ItemTraits } from '../plan/candidate.js'

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
