import { array, assert, constantFrom, property, string, uniqueArray } from 'fast-check'
import { expect, test } from 'vitest'
import { entityId, entityKind } from './index.js'

test('an id says what it is the id of', () => {
  expect(entityId('track', 'mbid', 'x')).toMatch(/^trk_[a-z2-7]{20}$/)
  expect(entityKind(entityId('episode', 'x'))).toBe('episode')
  expect(['trk_short', 'xyz_aaaaaaaaaaaaaaaaaaaa', '', 'trk_AAAAAAAAAAAAAAAAAAAA', ' trk_aaaaaaaaaaaaaaaaaaaa'].map(entityKind)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
})

test('ids are the same on every machine, for ever', () => {
  expect(entityId('artist', 'name', 'aphex twin')).toBe('art_fo2g5xal3pt7of6mrcsr')
})

test('other parts give another id, also where they join to the same text', () => {
  assert(
    property(uniqueArray(string(), { minLength: 2, maxLength: 2 }), ([a = '', b = '']) => {
      expect(entityId('track', a)).not.toBe(entityId('track', b))
    }),
  )
  expect(entityId('track', 'a', 'bc')).not.toBe(entityId('track', 'ab', 'c'))
  expect(entityId('track', 'a')).not.toBe(entityId('release', 'a'))
})

test('a separator or half a character within a part makes no two ids one', () => {
  const part = string({ unit: constantFrom('a', '\u001e', '\u001f', '1', 'f', ';', '\uD800', '\uDC00', '\uFFFD') })
  const parts = array(part, { minLength: 1, maxLength: 3 })
  assert(
    property(parts, parts, (a, b) => {
      expect(entityId('track', ...a) === entityId('track', ...b)).toBe(JSON.stringify(a) === JSON.stringify(b))
    }),
    { numRuns: 1_000 },
  )
})
