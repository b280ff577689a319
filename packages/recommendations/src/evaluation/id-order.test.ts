import { expect, it } from 'vitest'
import { compareIds, idOrderOf, numberInOrder } from './id-order.js'

it('is by number where all ids are whole numbers, else by code units', () => {
  expect(idOrderOf(['10', '9', '007'])).toBe('number')
  expect(idOrderOf(['10', '9', 'x'])).toBe('code-unit')
  expect(idOrderOf(['1.5'])).toBe('code-unit')
  expect(idOrderOf(['12345678901234567'])).toBe('code-unit')
  expect(['10', '9', '09'].toSorted(compareIds('number'))).toEqual(['09', '9', '10'])
  expect(['10', 'é', 'z', 'Z', '9'].toSorted(compareIds('code-unit'))).toEqual(['10', '9', 'Z', 'z', 'é'])
})

it('numbers what is taken in that order', () => {
  const { ids, numberOf } = numberInOrder(['30', '4', '5', '100'], 'number', (number) => number !== 2)
  expect(ids).toEqual(['4', '30', '100'])
  expect([...numberOf]).toEqual([1, 0, -1, 2])
})
