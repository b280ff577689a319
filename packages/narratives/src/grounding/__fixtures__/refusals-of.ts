import type { NarrativeFact } from '@linernotes/narrative-sdk'
import { groundText, type CitedText } from '../ground-text.js'

/** Reasons of all refusals; empty: everything may be published. */
export function refusalsOf(text: string, pieces: readonly CitedText[] | null, facts: readonly NarrativeFact[]): string[] {
  return groundText(text, pieces, facts).sentences.flatMap((sentence) => sentence.refusals.map((refusal) => `${refusal.code}: ${refusal.reason}`))
}
