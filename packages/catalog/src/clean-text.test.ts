import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { cleanText } from './index.js'

test.each([
  ['a\u0000b', 'ab'],
  ['  two\r\n\twords\u00A0', 'two words'],
  ['evil\u202Egpj.exe', 'evilgpj.exe'],
  ['zero\u200Bwidth\uFEFF', 'zerowidth'],
  ['tag\u{E0041}\u{E007F}', 'tag'],
  ['e\u0301', 'é'],
])('%j becomes %j', (text, clean) => {
  expect(cleanText(text)).toBe(clean)
})

test('clean text is clean, and PostgreSQL takes it', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      const clean = cleanText(text)
      expect(cleanText(clean)).toBe(clean)
      expect(clean.isWellFormed()).toBe(true)
      expect(clean).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u)
    }),
  )
})
