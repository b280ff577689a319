import { z } from 'zod'
import { nearestName } from './find-name-mentions.js'
import { nearestTag } from './find-tag-mentions.js'
import type { Draft } from './draft.js'
import type { TagVocabulary } from './tag-vocabulary.js'

/** Asks a provider what words mean: gets the words that rules could not explain and the JSON schema of the answer, and returns parsed JSON. */
export type Interpret = (words: readonly string[], schema: object, signal: AbortSignal) => Promise<unknown>

/** An answer that takes longer is no answer: the listener waits. */
const MOST_MS = 5_000

const names = z.array(z.string().min(1).max(100)).min(1).max(5)
const wish = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('energy'), direction: z.enum(['calmer', 'livelier']) }),
  z.strictObject({ type: z.literal('only-tags'), tags: names }),
  z.strictObject({ type: z.literal('without-tags'), tags: names }),
  z.strictObject({ type: z.literal('more-like'), names }),
])
const answer = z.strictObject({ readings: z.array(z.strictObject({ words: z.string().max(500), wish })).max(8) })
const schema = z.toJSONSchema(answer)

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
  const given = await Promise.race([interpret(words, schema, limit).catch(() => null), late])
  signal.throwIfAborted()
  const parsed = answer.safeParse(given)
  if (!parsed.success) return read
  for (const reading of parsed.data.readings) {
    if (!words.includes(reading.words) || read.has(reading.words)) continue
    const asked = reading.wish
    if (asked.type === 'energy') draft.add(asked)
    else if (asked.type === 'more-like') {
      const found = await Promise.all(asked.names.map((name) => nearestName(draft.context.db, name)))
      const known = found.flatMap((sense) =>
        sense?.type === 'name' && (sense.kind === 'artist' || sense.kind === 'track' || sense.kind === 'show') ? [sense] : [],
      )
      if (known.length < asked.names.length) continue
      for (const { id, name } of known) draft.call(id, name)
      draft.add({ type: 'more-like', seedIds: known.map(({ id }) => id) })
    } else {
      const found = asked.tags.map((tag) => tags.get(tag.toLowerCase())?.tag ?? nearestTag(tag.toLowerCase(), tags)?.tag)
      if (found.includes(undefined)) continue
      draft.add({ type: asked.type, tags: found.filter((tag) => tag !== undefined) })
    }
    read.add(reading.words)
  }
  return read
}
