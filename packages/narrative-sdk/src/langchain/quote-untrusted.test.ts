import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { injections } from '../testing/index.js'
import { sanitise } from '../index.js'
import { quoteUntrusted } from './index.js'

const parse = (quoted: string): string => JSON.parse(quoted) as string

describe('quoting', () => {
  it('gives one JSON string on one line, within its limit, with nothing hidden', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), fc.integer({ min: 1, max: 60 }), (text, limit) => {
        const quoted = quoteUntrusted(text, limit)
        expect(quoted).not.toMatch(/[^\P{Cc}]|\u2028|\u2029/u)
        expect(Array.from(parse(quoted)).length).toBeLessThanOrEqual(limit)
      }),
    )
  })

  it('is the text itself where that is plain', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z0-9,.;:!?'"()\\/ -]{0,80}$/u), (text) => {
        expect(parse(quoteUntrusted(text, 100))).toBe(sanitise(text))
      }),
    )
  })

  it('opens no turn of a chat and leaves no string early, whatever is planted', () => {
    for (const { text } of injections) {
      const quoted = quoteUntrusted(text, 300)
      expect(quoted).not.toMatch(/<\||<\/?s>|<<SYS|\[\/?INST\]/iu)
      expect(JSON.parse(`{"F1":${quoted}}`)).toEqual({ F1: parse(quoted) })
    }
  })
})
