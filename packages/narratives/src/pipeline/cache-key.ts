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

/** What a text says depends on the brief alone, not on who the listener is. Weights of reasons move with every model; their order counts. */
export function briefHash(brief: Brief): string {
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
  /** Its options: which model it uses is among them. */
  readonly options: unknown
  readonly realisation: 'model' | 'rules'
}

/**
 * Where a text of `writer` is kept for those who asked for `asked`. Texts written by rules depend on what stands above them in the list, too: `context`
 * is the hash of the briefs above, '' for a single narrative.
 */
export function cacheKey(brief: string, asked: string, writer: ProviderIdentity, context: string): string {
  return hashOf({ brief, asked: asked === writer.key ? '' : asked, writer, context: writer.realisation === 'rules' ? context : '' })
}
