import type { NarrativeFact } from '@linernotes/narrative-sdk'

/**
 * Wordings of one to three facts, told together. `about`: their properties, the first of them leading. `{slots}` are filled from the values
 * of the facts; a wording whose slots cannot all be filled is not used.
 */
export interface PhrasePool {
  readonly about: readonly string[]
  readonly wordings: readonly string[]
}

/** Everything that is said in one language. */
export interface PhraseBook {
  /** What the listener or others did: why the item was chosen. */
  readonly leads: readonly PhrasePool[]
  /** What the catalogue knows of the item. */
  readonly details: readonly PhrasePool[]
  /** What each property is called where the model chooses: one word, one token. */
  readonly names: Readonly<Record<string, string>>
  /** Texts for the slots of a fact; those that cannot be said are left out. */
  slotsOf(fact: NarrativeFact): Readonly<Record<string, string>>
}
