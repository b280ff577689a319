import type { NarrativeFact } from '@linernotes/narrative-sdk'
import { hostileRequest, sampleEpisodeRequest, sampleTrackRequest } from '@linernotes/narrative-sdk/testing'
import { describe, expect, test } from 'vitest'
import { unitOf } from './units.js'
import { wordsGrammar } from './words-grammar.js'
import { groupFacts, wordsMessages } from './words-prompt.js'

const fact = (statement: string, values: NarrativeFact['values']): NarrativeFact => ({
  id: 'F1',
  kind: 'listening',
  property: 'any',
  subject: 'you',
  statement,
  values,
})

describe('what a fact says in one piece', () => {
  test.each([
    ['You played Bitbasic 33 times in 2020.', { artist: 'Bitbasic', plays: 33, year: 2020 }, 'Bitbasic 33 times in 2020'],
    ['Your last C-Doc play was in March 2018.', { artist: 'C-Doc', month: '2018-03' }, 'last C-Doc play was in March 2018'],
    ['You first played C-Doc in March 2018.', { artist: 'C-Doc', month: '2018-03' }, 'first played C-Doc in March 2018'],
    ['Fewer than 10 listeners here have played Rain 2.', { title: 'Rain 2', fewerThan: 10 }, 'Fewer than 10 listeners here have played Rain 2'],
    ['“Rain” is from the release “Rain and Snow”, 2009.', { title: 'Rain', release: 'Rain and Snow', year: 2009 }, 'from the release “Rain and Snow”, 2009'],
    ['The release “Rain” came out on the label Io.', { release: 'Rain', label: 'Io' }, 'came out on the label Io'],
    ['At 4:12 a chapter starts: «Wind».', { title: 'Wind', startMs: 252_000 }, 'At 4:12 a chapter starts: “Wind”'],
  ])('of %j', (statement, values, unit) => {
    expect(unitOf(fact(statement, values))).toBe(unit)
  })
})

describe('the grammar of free words', () => {
  const [ana, bo] = [fact('You played Ana 3 times.', { artist: 'Ana' }), fact('Your last Ana play was in May 2016.', { artist: 'Ana' })]

  test('has a sentence for each group, and each unit once in it, in any order, the last at its end', () => {
    const grammar = wordsGrammar([[ana, bo], [fact('Bo is a guest.', { name: 'Bo' })]])
    expect(grammar).toContain(String.raw`root ::= sentence0 "\n" sentence1`)
    const [first, second] = ['sentence0', 'sentence1'].map((name) => grammar.split('\n').find((rule) => rule.startsWith(`${name} ::= `)))
    expect(first).toMatch(/"Ana 3 times"\) .* "last Ana play was in May 2016" \| .* "Ana 3 times"\) "\."$/u)
    expect(second).toMatch(/"Bo is a guest"\)\) "\."$/u)
  })

  test('has the words that state something only where a fact says them', () => {
    const [plain, first] = ['You played Ana 3 times.', 'You first played Ana in 2019.'].map((statement) => wordsGrammar([[fact(statement, { artist: 'Ana' })]]))
    expect(plain).not.toContain('"first"')
    expect(first).toContain('"first"')
  })

  test('cannot be broken out of', () => {
    const grammar = wordsGrammar([[fact('" | "x"\nroot ::= \\ "a" 7 times', { artist: '" | "x"\nroot ::= \\' })]])
    expect(grammar.match(/^root ::=/gmu)).toHaveLength(1)
    for (const rule of grammar.split('\n')) expect(rule.replaceAll(/\\./gu, '').split('"').length % 2).toBe(1)
  })
})

describe('what is asked for in words', () => {
  test('begins alike for everybody, and has a line for each sentence', () => {
    const [one, other] = [sampleTrackRequest, sampleEpisodeRequest].map((request) => wordsMessages(groupFacts(request)))
    expect(one?.slice(0, -1)).toEqual(other?.slice(0, -1))
    expect(one?.at(-1)?.content.split('\n')[0]).toContain('You last played C-Doc in March 2018.')
  })

  test('exists for hostile facts', () => {
    expect(groupFacts(hostileRequest).length).toBeGreaterThan(0)
  })
})
