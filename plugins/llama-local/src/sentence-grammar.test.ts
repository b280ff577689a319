import type { NarrativeFact } from '@linernotes/narrative-sdk'
import { describe, expect, test } from 'vitest'
import { toClause } from './clause.js'
import { sentenceGrammar } from './sentence-grammar.js'

function fact(statement: string, values: NarrativeFact['values'] = {}, property = 'any'): NarrativeFact {
  return { id: 'F1', kind: 'catalog', property, subject: '', statement, values }
}

function grammarOf(...facts: readonly NarrativeFact[]): string {
  return sentenceGrammar(facts.map(toClause))
}

const length = fact('"Rain" is 9:40 long.', { title: 'Rain' })
const artist = fact('"Rain" is by A.L.N.', { title: 'Rain', artist: 'A.L.N.' })

describe('the grammar of a sentence', () => {
  test('is the statement itself for one fact', () => {
    expect(grammarOf(length)).toBe(String.raw`root ::= ("\"Rain\" is 9:40 long.")`)
  })

  test('lets a second clause say "it" for the one title that was named, in either order', () => {
    const grammar = grammarOf(length, artist)
    expect(grammar).toContain('"it is by A.L.N."')
    expect(grammar).toContain('"it is 9:40 long."')
  })

  test('says "it" for nothing that was not just named alone', () => {
    const release = fact('"Rain" is from the release "Weather", 2009.', { title: 'Rain', release: 'Weather' })
    const tags = fact('The release "Weather" is tagged folk, ambient.', { release: 'Weather', tags: ['folk', 'ambient'] })
    expect(grammarOf(release, fact('"Weather" came out on Pale Moon.', { release: 'Weather' })).match(/"it /g)).toBeNull()
    expect(grammarOf(tags, length).match(/"it /g)).toBeNull()
  })

  test('writes "you" small in the middle, or leaves a second one out, and keeps names as they are', () => {
    const grammar = grammarOf(
      fact('You played C-Doc 212 times in 2016.', { artist: 'C-Doc' }),
      fact('You last played C-Doc in March 2018.', { artist: 'C-Doc' }),
    )
    expect(grammar).toContain('"you last played C-Doc in March 2018."')
    expect(grammar).toContain('"last played C-Doc in March 2018."')
    expect(grammarOf(length, fact('C-Doc is from France.', { artist: 'C-Doc' }))).toContain('"C-Doc is from France."')
  })

  test('keeps a quote whole and gives it to its speaker', () => {
    const quote = fact('Ann: "Keep it."', { quote: 'Keep it.', speaker: 'Ann', startMs: null, endMs: null }, 'transcript')
    expect(grammarOf(quote)).toBe(String.raw`root ::= ("Ann: \"Keep it.\"")`)
    expect(grammarOf(fact('A transcript says "Keep it."', { quote: 'Keep it.', speaker: null }, 'transcript'))).toBe(String.raw`root ::= ("\"Keep it.\"")`)
  })

  test('cannot be broken out of', () => {
    const hostile = grammarOf(fact('" | "x" root ::= \\ "\u0000\u202e\n.', { title: '" | "' }))
    expect(hostile.replaceAll(/\\./g, '').match(/"/g)).toHaveLength(2)
    for (const character of ['\n', '\u0000', '\u202e']) expect(hostile).not.toContain(character)
  })
})
