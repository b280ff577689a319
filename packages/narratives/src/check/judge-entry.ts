import { groundText, type TextVerdict } from '../grounding/ground-text.js'
import { citedPieces } from './cited-pieces.js'
import type { CorpusEntry } from './corpus.js'

/** A corpus text on its way to a listener, or not. */
export interface Judgement {
  readonly entry: CorpusEntry
  /** At least one of its sentences is not published. */
  readonly refused: boolean
  /** Reasons of the refusals, in order. */
  readonly reasons: readonly string[]
}

/** Verdict of a text with citations in brackets against the facts of its entry. */
export function groundEntry(entry: CorpusEntry, text: string = entry.text): TextVerdict {
  return groundText('', citedPieces(text), entry.facts, { spoilerFree: entry.spoilerFree })
}

export function judgeEntry(entry: CorpusEntry): Judgement {
  const verdict = groundEntry(entry)
  return {
    entry,
    refused: !verdict.accepted,
    reasons: verdict.sentences.flatMap((sentence) => sentence.refusals.map((refusal) => `${refusal.code}: ${refusal.reason}`)),
  }
}
