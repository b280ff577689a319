import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compressRows } from '../../model/compressed-rows.js'
import { calibrationKl, TagMix } from './tag-mix.js'

const mixOf = (...shares: number[]): Float64Array => {
  const sum = shares.reduce((total, share) => total + share, 0)
  return Float64Array.from(shares, (share) => share / sum)
}
const shares = fc.array(fc.nat(9), { minLength: 5, maxLength: 5 }).filter((each) => each.some((share) => share > 0))

describe('a tag mix', () => {
  // item 0: rock 3, jazz 1; item 1: jazz 2; item 2: untagged
  const mix = new TagMix(compressRows(3, 2, { rows: [0, 0, 1], columns: [0, 1, 1], values: [3, 1, 2] }))

  it('counts each tagged item the same, however often it was tagged', () => {
    expect([...mix.of(Uint32Array.of(0, 1))!]).toEqual([0.375, 0.625])
    expect([...mix.of(Uint32Array.of(0, 2))!]).toEqual([0.75, 0.25])
  })

  it('is not known where nothing is tagged', () => {
    expect(mix.of(Uint32Array.of(2))).toBeNull()
    expect(mix.of(new Uint32Array(0))).toBeNull()
  })
})

describe('the calibration KL', () => {
  it('is as computed by hand', () => {
    // Steck's example: 70 % romance and 30 % action, and a list of romance only
    const expected = 0.7 * Math.log(0.7 / (0.99 * 1 + 0.01 * 0.7)) + 0.3 * Math.log(0.3 / (0.01 * 0.3))
    expect(calibrationKl(mixOf(7, 3), mixOf(1, 0))).toBeCloseTo(expected, 14)
  })

  it('is 0 for the same mix and above 0 for another, and no list costs more than ln 100', () => {
    fc.assert(
      fc.property(shares, shares, (left, right) => {
        const [history, list] = [mixOf(...left), mixOf(...right)]
        const value = calibrationKl(history, list)
        expect(calibrationKl(history, history)).toBeCloseTo(0, 12)
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(Math.log(100) + 1e-9)
        const isOther = history.some((share, tag) => Math.abs(share - list[tag]!) > 1e-3)
        expect(value > 1e-12 || !isOther).toBe(true)
      }),
    )
  })

  it('falls as the list comes nearer to the history', () => {
    fc.assert(
      fc.property(shares, shares, fc.double({ min: 0, max: 1, noNaN: true }), (left, right, step) => {
        const [history, list] = [mixOf(...left), mixOf(...right)]
        const nearer = list.map((share, tag) => share + step * (history[tag]! - share))
        expect(calibrationKl(history, nearer)).toBeLessThanOrEqual(calibrationKl(history, list) + 1e-12)
      }),
    )
  })
})
