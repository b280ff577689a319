import { describe, expect, it } from 'vitest'
import { countWord, day, length, ordinal, percent, year } from './number-words'

describe('numbers in words', () => {
  it('are spelled out while they are small', () => {
    expect([0, 1, 12, 13].map(countWord)).toEqual(['no', 'one', 'twelve', '13'])
  })

  it('rank', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 111].map(ordinal)).toEqual(['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '102nd', '111th'])
  })

  it('are shares, and tell nothing from very little', () => {
    expect([0, 0.001, 0.558, 1].map(percent)).toEqual(['0 %', 'under 1 %', '56 %', '100 %'])
  })

  it('are lengths as on a sleeve, and carry seconds over', () => {
    expect([202_000, 59_600, 5_737_000, 3_600_000, null].map(length)).toEqual(['3:22', '1:00', '1:35:37', '1:00:00', null])
  })

  it('are days in UTC, and years of partial dates', () => {
    expect(day('2026-12-01T23:59:00.000Z')).toBe('1 December 2026')
    expect(['2010', '1997-05', null, 'soon'].map(year)).toEqual(['2010', '1997', null, null])
  })
})
