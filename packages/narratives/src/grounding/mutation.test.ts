import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { citedPieces } from '../check/cited-pieces.js'
import { briefs, guideTexts } from './__fixtures__/voice-corpus.js'
import { groundText } from './ground-text.js'
import { splitSentences } from './split-sentences.js'

const others = [
  'Aphex Twin',
  'Keyboard Rebel',
  'C-Doc',
  'Toxic Chicken',
  'Nick Sweeting',
  'aaahh records',
  'blocSonic',
  'Snow Effects',
  'Sigur Rós',
  'elvis presley',
  'Slow Motion',
  'ArchiveBox',
  'Iceland',
]
const names = [
  ...new Set([
    ...others,
    'Mondeo',
    'Remix Is Love',
    'Björk Ensemble',
    'And/Or',
    'Altwide',
    'Slomo',
    'Stars',
    'Plex-Meta-Manager',
    'MovieMatch for Plex',
    'IDM',
    'punk',
    'downtempo',
    'chiptune',
    'self-hosting',
  ]),
]
const numbers = 'two three four five six seven eight nine ten eleven twelve seventeen twenty thirty-one forty-one'.split(' ')
const months = 'January February March April May June July August September October November December'.split(' ')

function swaps(text: string): { readonly from: string; readonly start: number; readonly to: readonly string[] }[] {
  const found: { from: string; start: number; to: readonly string[] }[] = []
  const add = (pattern: RegExp, to: (match: string) => readonly string[]): void => {
    for (const match of text.matchAll(pattern))
      found.push({ from: match[0], start: match.index, to: to(match[0]).filter((other) => other.toLowerCase() !== match[0].toLowerCase()) })
  }
  add(/\b(?:19|20)\d{2}\b/gu, (year) => [String(Number(year) + 1), String(Number(year) - 1), '1999', '2016', '2018', '2012'])
  add(/(?<![\d:.,F])\d{1,3}(?![\d:.]|,\d|k)/gu, (digits) => [String(Number(digits) + 1), String(Number(digits) + 10), '7'])
  add(/\b\d{1,2}:\d{2}\b/gu, () => ['27:49', '12:00', '32:14'])
  add(new RegExp(String.raw`\b(?:${numbers.toReversed().join('|')})\b`, 'giu'), () => numbers)
  add(new RegExp(String.raw`\b(?:${months.join('|')})\b`, 'gu'), () => months)
  for (const name of names) {
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length))
      found.push({ from: name, start, to: names.filter((other) => !other.includes(name) && !name.includes(other)) })
  }
  return found
}

/** Mutations that say something else that the cited facts say, too. */
const stillTrue = [
  'You played C-Doc 212 times in 2016 [F1] and stopped in March 2018 [F2]. This one predates all of it: 2012, C-Doc [F3 F4].',
  'No chiptune in your history [F1]. Forty-one people who share your IDM favourites play this one, from a Toxic Chicken release [F2 F3].',
  'Slow Motion came out in 2005; one year later, on another IDM record, And/Or made this [F1 F2 F3]. Altwide [F0].',
  'Slomo came out in 2005; one year later, on another And/Or record, And/Or made this [F1 F2 F3]. Altwide [F0].',
  'Slomo came out in 2005; one year later, on another IDM record, And/Or made this [F1 F2 F3]. And/Or [F0].',
]

const mutations = guideTexts.flatMap(([brief, text]) =>
  swaps(text).flatMap(({ from, start, to }) =>
    to.map((other) => ({ brief, text, mutated: `${text.slice(0, start)}${other}${text.slice(start + from.length)}` })),
  ),
)

/** Mutated texts of which every sentence is accepted. */
function survives({ brief, mutated }: { brief: string; mutated: string }): boolean {
  return groundText('', citedPieces(mutated), briefs[brief] ?? []).accepted
}

test('a name, number or date replaced by another plausible one is refused', { timeout: 120_000 }, () => {
  const survivors = mutations
    .filter(survives)
    .map(({ mutated }) => mutated)
    .filter((mutated) => !stillTrue.includes(mutated))
  expect(mutations.length).toBeGreaterThan(1_000)
  expect(survivors).toEqual([])
})

test('whatever is written, offsets are inside the text and claims are in order', () => {
  const words = [
    ...'you played C-Doc 212 times in 2016 and “ ” " , . : the IDM release 坂 🎉 \u202e <b> \ud800 27:48 \'80s 1.2k thirty-one'.split(' '),
    '!',
    '’s',
  ]
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 25 }), (parts) => {
      const text = parts.join(' ')
      const verdict = groundText(text, null, briefs['diggIt'] ?? [])
      for (const sentence of verdict.sentences)
        for (const refusal of sentence.refusals) expect(refusal.start >= 0 && refusal.end <= sentence.text.length).toBe(true)
      let last = 0
      for (const claim of verdict.claims) {
        expect(claim.start).toBeGreaterThanOrEqual(last)
        expect(claim.end).toBeLessThanOrEqual(verdict.published.length)
        last = claim.end
      }
    }),
    { numRuns: 400 },
  )
})

test('sentences are where they are said to be', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      for (const { start, end, text: sentence } of splitSentences(text, ['Digg It!'])) expect(text.slice(start, end)).toBe(sentence)
    }),
  )
})
