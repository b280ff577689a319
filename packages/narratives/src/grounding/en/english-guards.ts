import type { Guard } from '../small-words/guard.js'
import { nounGuards } from './small-words/nouns.js'
import { personGuards } from './small-words/persons.js'
import { polarityGuards } from './small-words/polarity.js'
import { quantityGuards } from './small-words/quantities.js'
import { rowGuards } from './small-words/rows.js'
import { timeGuards } from './small-words/times.js'

/** What small words may not say beside mentions. */
export const englishGuards: readonly Guard[] = [...personGuards, ...timeGuards, ...quantityGuards, ...nounGuards, ...polarityGuards, ...rowGuards]
