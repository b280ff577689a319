import { createHash } from 'node:crypto'
import type { Brief } from '../brief.js'
import { safetyVersion } from '../safety/unsayable.js'

export function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex')
}

/** Keys of objects in order, so that equal values have equal hashes. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value ?? null
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, entry]) => [key, sorted(entry)]),
  )
}

/**
 * What a text says depends on the brief alone, not on who the listener is. Ids of evidence are derived from its content: other evidence is another brief, and a text
 * that rests on what is no longer so is never found. Weights of reasons move with every model; their order counts.
 */
export function briefHash(brief: Brief): string {
  const known = briefHashes.get(brief)
  if (known !== undefined) return known
  const hash = hashBrief(brief)
  briefHashes.set(brief, hash)
  return hash
}

/** A list that grows item by item asks for the same briefs again and again. */
const briefHashes = new WeakMap<Brief, string>()

function hashBrief(brief: Brief): string {
  const { kind, style, language, maxWords, spoilerFree, seed, item, itemId, guidelines } = brief
  const evidence = brief.evidence.map(({ id }) => id)
  const passages = brief.passages.map(({ id }) => id)
  const reasons = brief.reasons.map(({ code, evidenceIds }) => [code, evidenceIds])
  return hashOf({ kind, style, language, maxWords, spoilerFree, seed, item, itemId, evidence, passages, reasons, guidelines, safetyVersion })
}

/** A provider as far as its texts depend on it. */
export interface ProviderIdentity {
  readonly key: string
  readonly promptVersion: string
  /** Its options, and those of the providers that it names in them: which model it uses is among them. */
  readonly options: unknown
  readonly realisation: 'model' | 'rules'
}

/** One place of a text: `key` for exactly this writer as it is now, `briefKey` for whatever it wrote for this brief with other options or an earlier prompt. */
export interface TextPlace {
  readonly key: string
  readonly briefKey: string
}

/**
 * Where a text of `writer` is kept for those who asked for `asked`. `voice` is the version of golden examples and guidelines. Texts written by rules depend on what stands above them in the list, too: `context`
 * is the hash of the briefs above, '' for a single narrative.
 */
export function textPlace(brief: string, asked: string, writer: ProviderIdentity, voice: string, context: string): TextPlace {
  const place = { brief, asked: asked === writer.key ? '' : asked, context: writer.realisation === 'rules' ? context : '' }
  return { key: hashOf({ ...place, writer, voice }), briefKey: hashOf({ ...place, writer: writer.key }) }
}
