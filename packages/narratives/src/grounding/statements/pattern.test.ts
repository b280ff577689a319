import { expect, test } from 'vitest'
import { itemsOf } from './clause-items.js'
import { PatternMatcher } from './match-pattern.js'
import { PatternReader } from './pattern.js'

const reader = new PatternReader({ you: '(you | youve)', played: '(played | put on)' })
const slot = (mark: string) => ({ mark, text: mark, value: null, date: null, values: [], unit: null, comparator: 'exactly' as const, of: null })
const slots = new Map(['⟨@A0⟩', '⟨#n1⟩', '⟨#y2⟩', '⟨#y3⟩'].map((mark) => [mark, slot(mark)]))
const fits = (pattern: string, masked: string): string[] => {
  const [said] = new PatternMatcher(itemsOf(masked, slots), new Set(['so', ','])).whole(reader.read(pattern))
  return said === undefined ? [] : [...said.slots].map(([role, { mark }]) => `${role} ${mark}`).concat([...said.marks])
}

const pattern = '$you $played {A:artist} [{n:plays} times; (in {y:year} | that year %that-year)]'

test('a pattern covers a whole clause, in any order that it allows, and skips only fillers', () => {
  const all = ['artist ⟨@A0⟩', 'plays ⟨#n1⟩', 'year ⟨#y2⟩']
  expect(fits(pattern, 'You put on ⟨@A0⟩ ⟨#n1⟩ times in ⟨#y2⟩.')).toEqual(all)
  expect(fits(pattern, 'So, you’ve played ⟨@A0⟩, in ⟨#y2⟩, ⟨#n1⟩ times')).toEqual([all[0], all[2], all[1]])
  expect(fits(pattern, 'You played ⟨@A0⟩ that year')).toEqual(['artist ⟨@A0⟩', 'that-year'])
  expect(fits(pattern, 'You never played ⟨@A0⟩')).toEqual([])
  expect(fits(pattern, 'You played ⟨@A0⟩ in ⟨#y2⟩ in Rome')).toEqual([])
  expect(fits(pattern, 'Did you play ⟨@A0⟩?')).toEqual([])
})

test('a role is filled once: a second mention would go unverified', () => {
  expect(fits('{A:artist} in {y:year} and {y:year}', '⟨@A0⟩ in ⟨#y2⟩ and ⟨#y3⟩')).toEqual([])
})

test('a pattern that cannot be read is named, with the place', () => {
  expect(() => reader.read('$you $plaid {A:artist}')).toThrow(/"\$you \$plaid .*character \d+: expected a phrase; plaid is none/u)
  expect(() => reader.read('(you | we')).toThrow('expected )')
  expect(() => reader.read('you & me')).toThrow('expected a word or a sign')
})

test('patterns that fit a clause in very many ways are given up, not tried for ever', () => {
  const many = `${'(so? a? )'.repeat(20)} b`
  const started = performance.now()
  expect([...new PatternMatcher(itemsOf('a '.repeat(40), slots), new Set(['a'])).whole(reader.read(many))]).toEqual([])
  expect(performance.now() - started).toBeLessThan(5_000)
})
