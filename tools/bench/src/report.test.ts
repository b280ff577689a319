import { expect, it } from 'vitest'
import { median } from './median.js'
import { factor, table } from './table.js'

it('the median is a value that was measured', () => {
  expect([median([5]), median([9, 1, 5]), median([4, 1, 3, 2])]).toEqual([5, 5, 2])
  expect(() => median([])).toThrow(RangeError)
})

it('tables line up', () => {
  expect(
    table(
      ['rows', 'cost'],
      [
        ['200', '1.5 ms'],
        ['2,000', '12 ms'],
      ],
    ),
  ).toBe(['rows     cost', '─────  ──────', '200    1.5 ms', '2,000   12 ms'].join('\n'))
})

it('factors have two digits that mean something', () => {
  expect([factor(0.417), factor(3.14), factor(1234.5)]).toEqual(['0.42 x', '3.1 x', '1,235 x'])
})
