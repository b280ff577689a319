import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { repairEncoding } from './repair-encoding.js'

describe('repairEncoding', () => {
  it('undoes what was encoded twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const twice = Buffer.from(text).toString('latin1')
        expect(repairEncoding(twice)).toBe(text)
      }),
    )
  })

  it.each(['La Boîte', 'Ã', 'Sigur Rós', '音楽', 'Ã® 音', 'plain'])('leaves %j alone', (text) => {
    expect(repairEncoding(text)).toBe(text)
  })
})
