/** A clause of a narrative, as the API gives it: UTF-16 offsets into the text, end exclusive. */
export interface ClaimRange {
  readonly start: number
  readonly end: number
}

/** A piece of a narrative: with the claim that it is, or between claims. */
export interface Span<Claim extends ClaimRange> {
  readonly text: string
  readonly claim: Claim | null
}

/**
 * Cuts a text at its claims. The pieces joined are the text, whatever the offsets are: what lies outside of the text, is empty, or begins within an
 * earlier claim is left out as a claim and stays as text.
 */
export function claimSpans<Claim extends ClaimRange>(text: string, claims: readonly Claim[]): readonly Span<Claim>[] {
  const spans: Span<Claim>[] = []
  let position = 0
  for (const claim of claims.toSorted((one, other) => one.start - other.start)) {
    if (!Number.isInteger(claim.start) || !Number.isInteger(claim.end)) continue
    if (claim.start < position || claim.end <= claim.start || claim.end > text.length) continue
    if (claim.start > position) spans.push({ text: text.slice(position, claim.start), claim: null })
    spans.push({ text: text.slice(claim.start, claim.end), claim })
    position = claim.end
  }
  if (position < text.length) spans.push({ text: text.slice(position), claim: null })
  return spans
}
