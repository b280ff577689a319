import { describe, expect, it } from 'vitest'
import { countWords, groundText } from '../grounding/ground-text.js'
import { phrasesOf, textOf, wordsOf } from './__fixtures__/words-of.js'
import { factsOf } from './golden-example.js'
import { readGoldenExamples } from './read-golden-examples.js'

const { examples } = readGoldenExamples()
const mostWords = { blurb: 25, dj: 45, pitch: 60 }
/** voice.md, "words that are not ours", and the signs beside them; what a name or a quotation holds is not ours. */
const banned =
  /\b(?:amazing|iconic|legendary|must-listen|banger|vibes?|sonic|masterpiece|elevate|curated|mood|lonely|sad|best|favou?rite|perfect|always|everyone|most|love)\b|!|\p{Extended_Pictographic}/iu
const twice = (values: readonly string[]): readonly string[] => values.filter((value, index) => values.indexOf(value) !== index)

describe('the golden examples', () => {
  it('are many, of both kinds and all styles, for every reason that can be proved, with and without a history', () => {
    expect(examples.length).toBeGreaterThanOrEqual(72)
    for (const kind of ['track', 'episode'])
      for (const style of ['blurb', 'dj', 'pitch']) expect(examples.some((one) => one.kind === kind && one.style === style)).toBe(true)
    const reasons =
      'similar-audience shared-tags same-artist same-label same-release followed-show topic-match rediscovery hidden-gem fresh-release exploration popular'
    expect(new Set(examples.map(({ reason }) => reason))).toEqual(new Set(reasons.split(' ')))
    const told = examples.filter((example) => factsOf(example).some(({ kind }) => kind === 'listening'))
    expect(told.length / examples.length).toBeGreaterThan(0.6)
    expect(told.length).toBeLessThan(examples.length)
    expect(new Set(examples.filter(({ kind }) => kind === 'track').flatMap(({ genres }) => genres)).size).toBeGreaterThan(30)
  })

  it.each(examples.map((example) => [example.id, example] as const))('%s is true, short and sure of itself', (_id, example) => {
    const text = textOf(example)
    const facts = factsOf(example)
    const { accepted, sentences, claims, published } = groundText(text, example.sentences, facts, { maxWords: mostWords[example.style] })
    expect({ accepted, refusals: sentences.flatMap(({ refusals }) => refusals.map(({ reason }) => reason)) }).toEqual({ accepted: true, refusals: [] })
    expect(published).toBe(text)
    const opinion = claims.filter(({ support }) => support === 'opinion').reduce((sum, { start, end }) => sum + countWords(text.slice(start, end)), 0)
    expect(opinion / countWords(text)).toBeLessThanOrEqual(1 / 3)
    const callbacks = example.sentences.filter(({ factIds }) => facts.some(({ id, kind }) => kind === 'listening' && factIds.includes(id)))
    expect(callbacks.length).toBeLessThanOrEqual(1)
    const names = facts.flatMap(({ values }) => Object.values(values).flat()).filter((value) => typeof value === 'string' && value !== '')
    const ours = names.toSorted((a, b) => String(b).length - String(a).length).reduce<string>((rest, name) => rest.replaceAll(String(name), ''), text)
    expect(ours).not.toMatch(banned)
  })

  it('use no phrase twice', () => {
    expect(twice(examples.flatMap((example) => [...phrasesOf(example)]))).toEqual([])
  })

  it('begin differently: no two words twice, and hardly a first one', () => {
    const openings = examples.map((example) => wordsOf(textOf(example)))
    expect(twice(openings.map((words) => words.slice(0, 2).join(' ')))).toEqual([])
    const first = Object.values(Object.groupBy(openings, (words) => words[0] ?? '')).map((same) => same?.length ?? 0)
    expect(Math.max(...first)).toBeLessThanOrEqual(3)
  })

  it('state facts in the words of the catalogue and the ranker', () => {
    const wrong = examples.flatMap(({ id, facts }) =>
      facts.flatMap(({ statement, values }) => {
        const names = Object.values(values)
          .flat()
          .filter((value) => typeof value === 'string' && !/^\d{4}-\d{2}/u.test(value))
        return names.filter((name) => !statement.includes(String(name))).map((name) => `${id}: ${statement} does not say ${String(name)}`)
      }),
    )
    expect(wrong).toEqual([])
  })
})
