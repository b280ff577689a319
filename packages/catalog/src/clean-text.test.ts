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
  ['a\uFEFFb\u0085c\u2028d', 'ab c d'],
  ['\u3164\uFE0F\u{E0101}\u034F', ''],
  ['half\uD800', 'half\uFFFD'],
  ['\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645', '\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645'],
  ['\u0645\u06CC\u200C\u200C\u062E\u200C', '\u0645\u06CC\u200C\u062E'],
  ['\u0915\u094D\u200D\u0937', '\u0915\u094D\u200D\u0937'],
  ['la\u200Ctin', 'latin'],
])('%j becomes %j', (text, clean) => {
  expect(cleanText(text)).toBe(clean)
})

test('clean text is clean, and PostgreSQL takes it', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      const clean = cleanText(text)
      expect(cleanText(clean)).toBe(clean)
      expect(clean.isWellFormed()).toBe(true)
      expect(clean).not.toMatch(/(?![\u200C\u200D])[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]|\s\s|^\s|\s$/u)
      expect(clean).not.toMatch(/(?:^|[\p{sc=Latn}\p{N}\u200C\u200D])[\u200C\u200D]/u)
    }),
  )
})
