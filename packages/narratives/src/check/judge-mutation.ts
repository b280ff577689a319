import type { CorpusEntry } from './corpus.js'
import { groundEntry } from './judge-entry.js'
import type { Mutation } from './mutation.js'

/** The sentences that a text is made of, as grounding splits it. */
export function sentencesOf(entry: CorpusEntry): ReadonlySet<string> {
  return new Set(groundEntry(entry).sentences.map((sentence) => sentence.text))
}

/** True where no sentence that the replacement changed would be published. */
export function isMutationRefused(mutation: Mutation, original: ReadonlySet<string>): boolean {
  const changed = groundEntry(mutation.entry, mutation.text).sentences.filter(
    (sentence) => !original.has(sentence.text) && (sentence.text.includes(mutation.to) || mutation.to.includes(sentence.text)),
  )
  return changed.every((sentence) => !sentence.accepted)
}
