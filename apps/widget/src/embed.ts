import { webUrl } from './web-url.js'

/** What the element shows; see docs/widget.md, "The answer". */
export interface Embed {
  readonly kind: 'track' | 'episode'
  readonly title: string
  readonly by: string
  readonly url: string | null
  readonly release: string | null
  readonly publishedOn: string | null
  readonly durationMs: number | null
  readonly narrative: Narrative | null
  /** Why there is no narrative. */
  readonly refusal: string | null
}
interface Narrative {
  readonly text: string
  readonly language: string
  readonly claims: readonly Claim[]
  readonly evidence: readonly Evidence[]
  readonly disclosure: string
}
export interface Claim {
  readonly start: number
  readonly end: number
  /** Places in the evidence; none: an opinion. */
  readonly evidence: readonly number[]
}
export interface Evidence {
  readonly statement: string
  readonly quote: string | null
  readonly speaker: string | null
  readonly title: string | null
  readonly startMs: number | null
  readonly endMs: number | null
  readonly listenUrl: string | null
  readonly source: { readonly name: string; readonly url: string | null; readonly licence: string }
}

type Fields = Readonly<Record<string, unknown>>
const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {})
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const number = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null)

/** Reads an answer without trusting it; null: it is none of ours. */
export function readEmbed(value: unknown): Embed | null {
  const { kind, title, by, url, release, publishedOn, durationMs, narrative, refusal } = fields(value)
  if ((kind !== 'track' && kind !== 'episode') || typeof title !== 'string') return null
  return {
    kind,
    title,
    by: text(by) ?? '',
    url: webUrl(url),
    release: text(release),
    publishedOn: text(publishedOn),
    durationMs: number(durationMs),
    narrative: readNarrative(fields(narrative)),
    refusal: text(fields(refusal)['message']),
  }
}

function readNarrative({ text: words, language, claims, evidence, disclosure }: Fields): Narrative | null {
  if (typeof words !== 'string' || words === '') return null
  return {
    text: words,
    language: text(language) ?? 'en',
    claims: list(claims).map(fields).flatMap(readClaim),
    evidence: list(evidence).map(fields).map(readEvidence),
    disclosure: text(fields(disclosure)['label']) ?? 'Written by a machine.',
  }
}

function readClaim({ start, end, evidence }: Fields): Claim[] {
  const from = number(start)
  const to = number(end)
  return from === null || to === null || to <= from ? [] : [{ start: from, end: to, evidence: list(evidence).flatMap((place) => number(place) ?? []) }]
}

function readEvidence({ statement, quote, speaker, title, startMs, endMs, listenUrl, source }: Fields): Evidence {
  const { name, url, licence } = fields(source)
  return {
    statement: text(statement) ?? '',
    quote: text(quote),
    speaker: text(speaker),
    title: text(title),
    startMs: number(startMs),
    endMs: number(endMs),
    listenUrl: webUrl(listenUrl),
    source: { name: text(name) ?? '', url: webUrl(url), licence: text(licence) ?? 'NOASSERTION' },
  }
}
