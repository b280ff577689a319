import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutText } from './cut-text.js'

const claim = fc.record({ start: fc.nat(60), end: fc.nat(60), evidence: fc.array(fc.nat(3), { maxLength: 2 }) })

describe('cutText', () => {
  it('loses and invents no character, whatever the claims say', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 50 }),
        fc.array(claim, { maxLength: 6 }),
        (text, claims) =>
          cutText(text, claims)
            .map((span) => span.text)
            .join('') === text,
      ),
    )
  })

  it('gives each claim its words, the full stop behind them and its evidence, and the rest none', () => {
    const spans = cutText('Out in 2010. Fine. On blocSonic.', [
      { start: 19, end: 31, evidence: [1] },
      { start: 0, end: 11, evidence: [0] },
      { start: 13, end: 17, evidence: [] },
    ])
    expect(spans).toEqual([
      { text: 'Out in 2010.', evidence: [0] },
      { text: ' Fine. ', evidence: [] },
      { text: 'On blocSonic.', evidence: [1] },
    ])
  })
})
