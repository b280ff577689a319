import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { hasHidden, sanitise } from './index.js'

/** Text full of what attackers use: any code point, and the dangerous ones often. */
const dangerous = fc.constantFrom(
  ...'\u0000\u0007\u001B\u0085\u00AD\u034F\u061C\u115F\u17B4\u180E\u200B\u200C\u200D\u200E\u200F\u2028\u2029\u202A\u202E\u2060\u2066\u2069\u206F\u2800\u3164\uE000\uFE00\uFE0F\uFEFF\uFFA0\uFFF9\uFFFC\uFFFE',
  '\u{E0001}',
  '\u{E0041}',
  '\u{E007F}',
  '\u{E0100}',
  '\u{F0000}',
  '\uD800',
  '\uDC00',
  '\u0301',
  '❤️',
  '👩‍👩‍👧',
  'می‌خواهم',
  'क्‍ष',
  'a',
  ' ',
  '\t',
)
const hostile = fc.array(fc.oneof(dangerous, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 40 }).map((pieces) => pieces.join(''))
/** Written without a look at the implementation: code points from and to. Joiners and emoji selectors are looked at apart. */
const forbidden: readonly (readonly [from: number, to: number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xe000, 0xf8ff],
  [0xfe00, 0xfe0e],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffc],
  [0xfffe, 0xffff],
  [0xe0000, 0xe0fff],
  [0xf0000, 0x10ffff],
]
const isForbidden = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0
  return forbidden.some(([from, to]) => code >= from && code <= to)
}

describe('sanitising', () => {
  it('is done after one time, whatever the text and the limit', () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 1, max: 60 }), (text, limit) => {
        const once = sanitise(text, limit)
        expect(sanitise(once, limit)).toBe(once)
        expect(once.length).toBeLessThanOrEqual(limit)
      }),
      { numRuns: 500 },
    )
  })

  it('leaves nothing hidden, one line, well-formed, NFC', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const clean = sanitise(text)
        expect(Array.from(clean).filter(isForbidden)).toEqual([])
        expect(clean.isWellFormed()).toBe(true)
        expect(clean).toBe(clean.normalize('NFC'))
        expect(clean).toBe(clean.trim())
        expect(clean).not.toMatch(/\s\s|[^\S ]/u)
        expect(hasHidden(clean)).toBe(false)
        expect(clean).not.toMatch(/\p{Mn}{7}/u)
      }),
      { numRuns: 500 },
    )
  })

  it('keeps joiners only where letters or emoji need them', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const found of sanitise(text).matchAll(/[\u200C\u200D]/gu)) {
          const before = Array.from(sanitise(text).slice(0, found.index)).at(-1)
          expect(before).toMatch(/^[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]$/u)
        }
      }),
    )
  })

  it('never hides a join: what was apart in plain letters stays apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 60 }), (text) => {
        expect(sanitise(text)).toBe(text.trim().replaceAll(/\s+/gu, ' '))
      }),
    )
  })

  it('is quick with megabytes', () => {
    expect(sanitise('\u200Bx '.repeat(1_000_000), 800).length).toBeLessThanOrEqual(800)
    expect(sanitise(`a${'\u0301'.repeat(1_000_000)}`, 800).length).toBeLessThan(10)
  })
})

test.each([
  'Beyoncé',
  'Sigur Rós',
  'Motörhead',
  'Nguyễn Ánh Dương',
  'Мумий Тролль',
  'Ελευθερία',
  'می‌خواهم',
  'نمی‌دانم',
  'فيروز',
  'שלמה ארצי',
  'क्ष',
  'शक्‍ति',
  'श्री',
  'ශ්‍රී ලංකා',
  'ക്‍',
  'தமிழ்',
  'ລາວ',
  'ภาษาไทย',
  '久石譲',
  'きゃりーぱみゅぱみゅ',
  '방탄소년단',
  'བོད་',
  '❤️ Songs',
  '👩‍👩‍👧 Family',
  '👍🏽',
  '🏳️‍🌈',
  '1️⃣ One',
  'AC/DC',
  '!!!',
  '+/-',
  'A.L.N.P.S.V.',
  'Node.js',
  "Guns N' Roses",
  '“Weird” ‘Al’',
  'Ænima',
  'Œuvre',
  'ﬁn',
  'X ☎ Y',
  '½',
  '№ 5',
  '♥',
  '東京事変',
  'ꦧꦱꦗꦮ',
  'ᠮᠣᠩᠭᠣᠯ',
])('%s stays as it is', (name) => {
  expect(sanitise(name.normalize('NFC'))).toBe(name.normalize('NFC'))
})

test.each([
  ['Love\u200B\u00AD Song', 'Love Song'],
  ['abc\u202Egnp.exe', 'abcgnp.exe'],
  ['a\u{E0041}\u{E0042}b', 'ab'],
  ['tab\tand\r\nline\u2028end', 'tab and line end'],
  ['p\u200Da\u200Cy', 'pay'],
  ['葛\u{E0100}城', '葛城'],
  ['x\uFE0Fy\uFE00', 'xy'],
  ['lone \uD800 half', 'lone \uFFFD half'],
  ['\u2800\u3164\u115F', ''],
])('%j becomes %j', (text, clean) => {
  expect(sanitise(text)).toBe(clean)
})
