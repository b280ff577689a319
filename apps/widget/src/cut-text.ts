import type { Claim } from './embed.js'

/** A piece of the text; with evidence it can be opened. */
export interface Span {
  readonly text: string
  readonly evidence: readonly number[]
}

/** Cuts a text at its claims. Where claims overlap, the one that begins first has the words; the joined spans are the text, whatever the claims say. */
export function cutText(text: string, claims: readonly Claim[]): readonly Span[] {
  const spans: Span[] = []
  let at = 0
  for (const { start, end, evidence } of claims.toSorted((one, other) => one.start - other.start)) {
    const from = Math.max(at, start)
    const to = closedAt(text, Math.min(text.length, end))
    if (to <= from || evidence.length === 0) continue
    if (from > at) spans.push({ text: text.slice(at, from), evidence: [] })
    spans.push({ text: text.slice(from, to), evidence })
    at = to
  }
  if (at < text.length) spans.push({ text: text.slice(at), evidence: [] })
  return spans
}

/** Behind the punctuation that follows: the number of a claim stands after its full stop. */
const closedAt = (text: string, end: number): number => end + (/^[.,;:!?’”»)\]]+(?=\s|$)/.exec(text.slice(end))?.[0].length ?? 0)
