import { groundIndexed } from '../ground-indexed.js'
import type { GroundingLanguage } from '../grounding-language.js'

/** English: the checks of this folder's parent over the word lists beside this file. */
export const english: GroundingLanguage = {
  tag: 'en',
  ground: (text, factIds, { facts, previous, spoilerFree }) => groundIndexed(text, factIds, facts, previous, spoilerFree),
}
