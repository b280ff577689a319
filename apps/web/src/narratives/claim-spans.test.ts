import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimSpans } from './claim-spans'

describe('a text cut at its claims', () => {
  it('alternates between claims and what joins them', () => {
    expect(
      claimSpans('Back to BADLUCK. It runs 4:21.', [
        { start: 17, end: 29 },
        { start: 0, end: 15 },
      ]),
    ).toEqual([
      { text: 'Back to BADLUCK', claim: { start: 0, end: 15 } },
      { text: '. ', claim: null },
      { text: 'It runs 4:21', claim: { start: 17, end: 29 } },
      { text: '.', claim: null },
    ])
  })

  it('counts as UTF-16 does', () => {
    expect(claimSpans('🚀 The Launch', [{ start: 3, end: 13 }])).toEqual([
      { text: '🚀 ', claim: null },
      { text: 'The Launch', claim: { start: 3, end: 13 } },
    ])
  })

  it('is the text again, whatever the offsets are, and each claim is in it once at most', () => {
    const offset = fc.oneof(fc.integer({ min: -3, max: 40 }), fc.double())
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(fc.record({ start: offset, end: offset }), { maxLength: 6 }), (text, claims) => {
        const spans = claimSpans(text, claims)
        expect(spans.map((span) => span.text).join('')).toBe(text)
        const kept = spans.flatMap(({ claim }) => (claim ? [claim] : []))
        expect(spans.filter(({ claim }) => claim).map((span) => span.text)).toEqual(kept.map(({ start, end }) => text.slice(start, end)))
        expect(new Set(kept).size).toBe(kept.length)
      }),
    )
  })
})
