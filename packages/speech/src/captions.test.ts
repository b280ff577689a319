import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { proportionalPassages, sentencesOf, writeCaptions } from './captions.js'

describe('captions', () => {
  it('show sentence by sentence, escaped, with the disclosure as a note', () => {
    const text = 'R&B <b>wins</b> --> here. Second.'
    expect(writeCaptions(text, proportionalPassages(text, 'en', 3_000), 'Synthetic voice, eSpeak NG')).toBe(
      'WEBVTT\n\nNOTE Synthetic voice, eSpeak NG\n\n00:00:00.000 --> 00:00:02.344\nR&amp;B &lt;b&gt;wins&lt;/b&gt; --&gt; here.\n\n00:00:02.344 --> 00:00:03.000\nSecond.\n',
    )
  })

  it('cut what is too long for a glance, and keep every word', () => {
    const text = `${'word '.repeat(60).trim()}.`
    const lines = writeCaptions(text, [{ start: 0, end: text.length, fromMs: 0, toMs: 20_000 }], 'x')
      .split('\n')
      .slice(4)
    const shown = lines.filter((line) => line !== '' && !line.includes('-->'))
    expect(Math.max(...shown.map((line) => line.length))).toBeLessThanOrEqual(74)
    expect(shown.join(' ')).toBe(text)
  })

  it('cover the whole time in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), fc.integer({ min: 1, max: 600_000 }), (text, durationMs) => {
        const passages = proportionalPassages(text, 'en', durationMs)
        expect(passages.length).toBe(sentencesOf(text, 'en').length)
        let before = 0
        for (const { fromMs, toMs } of passages) {
          expect(fromMs).toBe(before)
          before = toMs
        }
        expect(before).toBe(passages.length > 0 ? durationMs : 0)
      }),
    )
  })
})
