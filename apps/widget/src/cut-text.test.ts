import { array, assert, nat, property, record, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutText } from './cut-text.js'

const claim = record({ start: nat(60), end: nat(60), evidence: array(nat(3), { maxLength: 2 }) })

describe('cutText', () => {
  it('loses and invents no character, whatever the claims say', () => {
    assert(
      property(string({ maxLength: 50 }), array(claim, { maxLength: 6 }), (text, claims) => {
        const spans = cutText(text, claims)
        expect(spans.map((span) => span.text).join('')).toBe(text)
      }),
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
