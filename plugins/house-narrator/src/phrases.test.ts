import { describe, expect, it } from 'vitest'
import { english } from './phrases/en/english.js'
import { parsePhrase } from './phrase-parts.js'
import { slotFamilyNames } from './read-families.js'

const banned =
  /\b(?:amazing|iconic|legendary|must-listen|banger|vibes?|sonic|masterpiece|elevate|curated|mood|lonely|sad|best|favou?rite|perfect|always|everyone|most)\b|!/iu

describe('the phrase data', () => {
  const phrases = english.pools.flatMap(({ phrases: all, reserve = [] }) => [...all, ...reserve])

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

  const texts = phrases.flatMap((phrase) => (typeof phrase === 'string' ? [phrase] : [phrase.join(' ')]))
  const slots = (pattern: RegExp) => texts.filter((text) => pattern.test(text))

  it('says whose plays are counted: others played it, too', () => {
    const counted = slots(/\{(?:plays|often|inall|yours|yoursinall|tagplays)\.(?:plays|times|count)\}/u)
    expect(counted.length).toBeGreaterThan(80)
    expect(counted.filter((text) => !/\b(?:you|your|yours|someone)\b/iu.test(text.replaceAll(/\{[^}]*\}/gu, '')))).toEqual([])
  })

  it('dates the last play by its own month, never as one of a year before', () => {
    expect(slots(/times?\} in \{plays\.year\}, the last (?:time )?in|\{plays\.year\}, last played/u)).toEqual([])
  })

  it('says of some who play one thing that they play another, never of all, in no order, and quotes nobody', () => {
    expect(slots(/fewboth/u).filter((text) => !/some|share|There are|listeners who|there are|beside|Next to|Beside/iu.test(text))).toEqual([])
    expect(slots(/go on to|, say \{|^Who plays|they play/u)).toEqual([])
  })

  it('counts listeners of the track, and not of its release', () => {
    expect(slots(/\{few\./u).filter((text) => /^\{release\.|^Another \{|release\} that \{few\.fewer\} listeners/u.test(text))).toEqual([])
  })

  it('dates and tags the release, not the track', () => {
    expect(slots(/\{item\.title\} came out|^This one came out|^Tagged \{/u).filter((text) => !text.includes('topics'))).toEqual([])
  })

  it('says no label for a sentence, and nothing that nobody says', () => {
    const said = english.pools.flatMap((pool) => pool.phrases.map((phrase) => (typeof phrase === 'string' ? phrase : phrase.join(' '))))
    const wooden =
      /^Follow \{few|^Takes |Give it \{|^It goes with|holds it\.|\} has it\.|played episodes|\.plays\} from you\b|^\{(?:runtime|brief|extended)\.words\}\.$|the only \{\w+\.artist\}/u
    expect(said.filter((text) => wooden.test(text))).toEqual([])
  })

  it('says nothing twice within a pool', () => {
    for (const { phrases: said, reserve = [] } of english.pools) {
      const all = [...said, ...reserve].map((phrase) => JSON.stringify(phrase))
      expect(new Set(all).size).toBe(all.length)
    }
  })
})
