import type { NarrativeFact } from '@linernotes/narrative-sdk'
import { hostileRequest, sampleEpisodeRequest, sampleTrackRequest } from '@linernotes/narrative-sdk/testing'
import { describe, expect, test } from 'vitest'
import { terminalsOf } from './terminals.js'
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

describe('names and numbers of a fact', () => {
  test.each([
    ['You played Bitbasic 33 times in 2020.', { artist: 'Bitbasic', plays: 33, year: 2020 }, ['Bitbasic', '33 times', 'in 2020']],
    ['Your last C-Doc play was in March 2018.', { artist: 'C-Doc', month: '2018-03' }, ['C-Doc', 'in March 2018']],
    ['Fewer than 10 listeners here have played Rain 2.', { title: 'Rain 2', fewerThan: 10 }, ['Rain 2', 'than 10 listeners here']],
    ['“Rain” is from the release “Rain and Snow”, 2009.', { title: 'Rain', release: 'Rain and Snow', year: 2009 }, ['“Rain and Snow”', '“Rain”', '2009']],
  ])('of %j', (statement, values, terminals) => {
    expect(terminalsOf(fact(statement, values))).toEqual(terminals)
  })
})

describe('the grammar of free words', () => {
  test('has a sentence for each group, each with its own names only', () => {
    const grammar = wordsGrammar([[fact('You played Ana 3 times.', { artist: 'Ana' })], [fact('Bo is a guest.', { name: 'Bo' })]])
    expect(/^name0 ::= (.*)$/mu.exec(grammar)?.[1]).toBe('"Ana" | "3 times"')
    expect(/^name1 ::= (.*)$/mu.exec(grammar)?.[1]).toBe('"Bo"')
    expect(grammar).toContain(String.raw`root ::= sentence0 "\n" sentence1`)
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
