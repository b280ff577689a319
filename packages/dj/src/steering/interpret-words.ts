import type { Draft } from './draft.js'
import { honourReading } from './honour-reading.js'
import { answer, answerSchema } from './reading.js'
import type { TagVocabulary } from './tag-vocabulary.js'

/** Asks a provider what words mean: gets the words that rules could not explain and the JSON schema of the answer, and returns parsed JSON. */
export type Interpret = (words: readonly string[], schema: object, signal: AbortSignal) => Promise<unknown>

/** An answer that takes longer is no answer: the listener waits. */
const MOST_MS = 5_000

/**
 * What a provider makes of `words`, by those words. It names tags and names only: they are looked up here, and a reading with one that the catalogue lacks is
 * dropped whole, as is one of words that were not asked about. A failure or a late answer is an empty map; throws the reason of `signal` alone.
 */
export async function interpretWords(
  words: readonly string[],
  { interpret, draft, tags, signal }: { readonly interpret: Interpret; readonly draft: Draft; readonly tags: TagVocabulary; readonly signal: AbortSignal },
): Promise<ReadonlySet<string>> {
  const read = new Set<string>()
  const limit = AbortSignal.any([signal, AbortSignal.timeout(MOST_MS)])
  const late = new Promise<null>((resolve) => limit.addEventListener('abort', () => resolve(null), { once: true }))
  const given = await Promise.race([interpret(words, answerSchema, limit).catch(() => null), late])
  signal.throwIfAborted()
  const parsed = answer.safeParse(given)
  if (!parsed.success) return read
  for (const reading of parsed.data.readings) {
    if (!words.includes(reading.words) || read.has(reading.words)) continue
    if (await honourReading(draft, reading.wish, tags)) read.add(reading.words)
  }
  return read
}
