import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nestingOf, repeatedName } from '../index.js'

test.each([
  ['1', 0],
  ['{}', 1],
  ['[[],[[{"a":[]}]]]', 5],
  ['"[[[{{{"', 0],
  ['{"a\\"[":"\\\\","b":["\\\\\\"["]}', 2],
])('%s is nested %i deep', (text, depth) => {
  expect(nestingOf(text)).toBe(depth)
})

test('as deep as a walk over the value goes', () => {
  const walk = (value: unknown): number => (typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(walk)) : 0)
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      expect(nestingOf(JSON.stringify(value))).toBe(walk(value))
    }),
  )
})

test('a million brackets, and a string of twelve million characters, exceed no stack', () => {
  expect(nestingOf('['.repeat(1_000_000) + ']'.repeat(1_000_000))).toBe(1_000_000)
  const long = JSON.stringify({ a: 'x\n'.repeat(6_000_000), b: 1 })
  expect([nestingOf(long), repeatedName(long)]).toEqual([1, null])
})
