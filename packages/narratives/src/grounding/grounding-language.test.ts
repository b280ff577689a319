import { describe, expect, test } from 'vitest'
import { briefs } from './__fixtures__/voice-corpus.js'
import { groundText } from './ground-text.js'
import { templateLanguage } from './template-language.js'

const facts = briefs['diggIt'] ?? []
const pieces = [{ text: 'You last played C-Doc in March 2018.', factIds: ['F2'] }]

test('a region of a language that has rules is that language', () => {
  expect(groundText('', pieces, facts, { language: 'en-GB' }).accepted).toBe(true)
})

test('a language without rules refuses everything', () => {
  const verdict = groundText('', pieces, facts, { language: 'de' })
  expect(verdict.published).toBe('')
  expect(verdict.sentences[0]?.refusals).toMatchObject([{ code: 'language' }])
})

test('words that announce a quotation are part of its claim, not opinion', () => {
  const said = [{ text: 'As Nick Sweeting puts it: “Just save one or two things.”', factIds: ['F1', 'F2'] }]
  expect(groundText('', said, briefs['archive'] ?? []).claims.map((claim) => claim.support)).toEqual(['supported'])
})

describe('a second language is data', () => {
  const german = templateLanguage({
    tag: 'de',
    months: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' '),
    sentences: {
      'artist-plays': ['Du hast {artist} {year} {plays}-mal gespielt.', '{year} lief {artist} bei dir {plays}-mal.'],
      'artist-last-play': ['Zuletzt lief {artist} bei dir im {month}.'],
      release: ['{title} ist von {year}, aus {release}.'],
    },
  })
  const isTrue = (text: string, factIds: readonly string[] | null = null): boolean =>
    groundText('', [{ text, factIds }], facts, { language: 'de-AT', languages: [german] }).accepted

  test('what one fact fills is published, with that fact', () => {
    expect(isTrue('Du hast C-Doc 2016 212-mal gespielt.')).toBe(true)
    expect(isTrue('Zuletzt lief „C-Doc“ bei dir im März 2018.', ['F2'])).toBe(true)
    const said = [{ text: '2016 lief C-Doc bei dir 212-mal.', factIds: null }]
    expect(groundText('', said, facts, { language: 'de', languages: [german] }).claims).toMatchObject([{ support: 'supported', factIds: ['F1'] }])
  })

  test.each([
    'Du hast C-Doc 2016 213-mal gespielt.',
    'Du hast C-Doc 2017 212-mal gespielt.',
    'Du hast blocSonic 2016 212-mal gespielt.',
    'Zuletzt lief C-Doc bei dir im Mai 2018.',
    'Du hast C-Doc 2016 212-mal gespielt, oder nie.',
    'You last played C-Doc in March 2018.',
  ])('%s is refused', (text) => {
    expect(isTrue(text)).toBe(false)
  })

  test('a fact that is not cited carries nothing', () => {
    expect(isTrue('Du hast C-Doc 2016 212-mal gespielt.', ['F2'])).toBe(false)
  })
})
