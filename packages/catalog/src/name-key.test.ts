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

test.each([
  ['The The Band', 'band'],
  ['a\u200Bb', 'ab'],
  ['\u0000!\u202E', '!'],
  ['the', 'the'],
])('%j has the key %j', (name, key) => {
  expect(nameKey(name)).toBe(key)
})

test('the key of a key is the key; keys are clean, and two of them fit an index of PostgreSQL', () => {
  assert(
    property(string({ unit: 'binary', size: 'large' }), (name) => {
      const key = nameKey(name)
      expect(nameKey(key)).toBe(key)
      expect(cleanText(key).normalize('NFKD')).toBe(key.normalize('NFKD'))
      expect(key.isWellFormed()).toBe(true)
      expect(key.length).toBeLessThanOrEqual(400)
      expect(Buffer.byteLength(`${key}\n${key}`)).toBeLessThan(2_704)
    }),
  )
  for (const name of ['漢'.repeat(4_000), '𝕏'.repeat(4_000), `${'a'.repeat(399)}😀`, '!'.repeat(5_000)]) expect(nameKey(nameKey(name))).toBe(nameKey(name))
})
