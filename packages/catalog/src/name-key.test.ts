import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText, nameKey } from './index.js'

test.each([
  ['Björk', 'Bjork'],
  ['The Beatles', 'beatles'],
  ['AC/DC', 'ac dc'],
  ['Simon & Garfunkel', 'Simon and Garfunkel'],
  ['Don’t Stop', "Don't  stop!"],
  ['ＭＯＲＮＩＮＧ', 'morning'],
  ['Sigur Rós – Ágætis', 'sigur ros - agætis'],
])('%s and %s share a key', (a, b) => {
  expect(nameKey(a)).toBe(nameKey(b))
})

test.each([
  ['The The', 'the'],
  ['The', 'the'],
  ['!!!', '!!!'],
  ['Улочки', 'улочки'],
  ['東京', '東京'],
])('%s has the key %s', (name, key) => {
  expect(nameKey(name)).toBe(key)
})

test('only a blank name has no key, and no key begins or ends with a space', () => {
  assert(
    property(string({ unit: 'binary' }).map(cleanText), (name) => {
      expect(nameKey(name) === '').toBe(name === '')
      expect(nameKey(name)).toBe(nameKey(name).trim())
    }),
  )
})
