import { describe, expect, it } from 'vitest'
import { english } from './phrases/en/english.js'
import { parsePhrase } from './phrase-parts.js'
import { slotFamilyNames } from './read-families.js'

const banned =
  /\b(?:amazing|iconic|legendary|must-listen|banger|vibes?|sonic|masterpiece|elevate|curated|mood|lonely|sad|best|favou?rite|perfect|always|everyone|most)\b|!/iu

describe('the phrase data', () => {
  const phrases = english.pools.flatMap((pool) => pool.phrases)

  it('names only families of slots that there are', () => {
    const named = phrases.flatMap((phrase) =>
      parsePhrase(phrase).flatMap((sentence) => [...sentence.rests, ...sentence.parts.flatMap((part) => (typeof part === 'string' ? [] : [part.family]))]),
    )
    expect([...new Set(named)].filter((family) => !slotFamilyNames.includes(family))).toEqual([])
  })

  it('rests every sentence on a fact, and ends it', () => {
    for (const sentence of phrases.flatMap((phrase) => parsePhrase(phrase))) {
      const slots = sentence.parts.filter((part) => typeof part !== 'string')
      expect(slots.length + sentence.rests.length).toBeGreaterThan(0)
      const last = sentence.parts.at(-1)
      const ended = typeof last === 'string' ? /[.?]$/u.test(last) : ['quote', 'title', 'text'].includes(last?.name ?? '')
      expect({ sentence, ended }).toEqual({ sentence, ended: true })
    }
  })

  it('has no word that is not ours', () => {
    const literals = phrases.flatMap((phrase) => parsePhrase(phrase).flatMap((sentence) => sentence.parts.filter((part) => typeof part === 'string')))
    expect(literals.filter((literal) => banned.test(literal))).toEqual([])
  })

  it('says nothing twice within a pool', () => {
    for (const pool of english.pools) expect(new Set(pool.phrases.map((phrase) => JSON.stringify(phrase))).size).toBe(pool.phrases.length)
  })
})
