import type { FactProperty, NarrativeFact } from '@linernotes/narrative-sdk'
import { describe, expect, it } from 'vitest'
import { listWithReason, reasons } from './__fixtures__/lists.js'
import { facts, request, track } from './__fixtures__/requests.js'
import { readNarrative } from './__fixtures__/read-narrative.js'
import { plainWords } from './phrase-parts.js'
import { createHouseNarrator } from './provider.js'

const narrator = createHouseNarrator({ callbacks: true })

/** Names and numbers out: what is left was chosen by the narrator. */
function literals(text: string, list: readonly NarrativeFact[]): string[] {
  const values = list.flatMap((fact) => Object.values(fact.values).flatMap((value) => (Array.isArray(value) ? value : [String(value)])))
  const names = values.filter((value) => /\p{L}{2}/u.test(value)).toSorted((left, right) => right.length - left.length)
  let bare = text
  for (const name of names) bare = bare.replaceAll(name, ' | ').replaceAll(name.charAt(0).toUpperCase() + name.slice(1), ' | ')
  return bare
    .replaceAll(/\d[\d:]*|fewer than ten|Fewer than ten|March 2018/gu, ' | ')
    .split('|')
    .flatMap((run) => {
      const words = plainWords(run)
      return words.slice(0, -3).map((_, index) => words.slice(index, index + 4).join(' '))
    })
}

async function narrateList(items: readonly { code: string; list: readonly NarrativeFact[] }[], seed = 1, lately: readonly string[] = []) {
  const texts: string[] = []
  for (const { code, list } of items) texts.push((await readNarrative(narrator, request(code, list, { seed, avoid: [...texts, ...lately] }))).text)
  return texts
}

const opening = (text: string, words: number) => plainWords(text).slice(0, words).join(' ')
const twice = (values: readonly string[]) => values.filter((value, index) => values.indexOf(value) !== index)
/** First words and runs of four words that two texts of a list have in common. */
function repeatedIn(texts: readonly string[], lists: readonly (readonly NarrativeFact[])[]): readonly string[] {
  return twice(texts.flatMap((text, index) => [...new Set([`${opening(text, 1)} ...`, ...literals(text, lists[index] ?? [])])]))
}

describe('a list with one reason', () => {
  for (const code of Object.keys(reasons)) {
    it(`opens twenty texts of ${code} differently and repeats no phrase`, async () => {
      const lists = listWithReason(code, 20)
      expect(repeatedIn(await narrateList(lists.map((list) => ({ code, list }))), lists)).toEqual([])
    })
  }

  it('opens twenty texts without any reason differently', async () => {
    const lists = Array.from({ length: 20 }, (_, index) => track(index))
    expect(repeatedIn(await narrateList(lists.map((list) => ({ code: 'popular', list }))), lists)).toEqual([])
  })
})

describe('a list of many reasons, as a listener gets it', () => {
  const codes = Object.keys(reasons)
  /** Another listener, another order of reasons and other numbers. */
  const listOf = (length: number, listener: number) =>
    Array.from({ length }, (_, index) => {
      const code = codes[(index * (1 + (listener % 3)) + listener) % codes.length] ?? ''
      return { code, list: listWithReason(code, 1, listener * 7 + index)[0] ?? [] }
    })

  it.each([10, 20, 50])('of %i never opens two items the same way, whatever the seed and the listener', async (length) => {
    const repeated: string[] = []
    for (let listener = 0; listener < 12; listener += 1) {
      const texts = await narrateList(listOf(length, listener), listener)
      // In ten, no first word comes twice; in fifty, no first two words.
      repeated.push(...twice(texts.map((text) => opening(text, length === 10 ? 1 : 2))))
    }
    expect(repeated).toEqual([])
  })

  it('of ten repeats no phrase', async () => {
    for (let listener = 0; listener < 12; listener += 1) {
      const items = listOf(10, listener)
      const lists = items.map(({ list }) => list)
      expect(repeatedIn(await narrateList(items, listener), lists)).toEqual([])
    }
  })

  it('opens unlike the last twenty texts that the listener was shown, and has little in common with them', async () => {
    let runs = 0
    let heard = 0
    for (let listener = 0; listener < 6; listener += 1) {
      let lately: readonly string[] = []
      for (let day = 0; day < 4; day += 1) {
        const items = listOf(10, listener + day)
        const texts = await narrateList(items, day, lately)
        expect(texts.filter((text) => lately.some((earlier) => opening(earlier, 3) === opening(text, 3)))).toEqual([])
        const known = new Set(
          lately.flatMap((text) =>
            literals(
              text,
              items.flatMap(({ list }) => list),
            ),
          ),
        )
        const said = texts.flatMap((text, index) => literals(text, items[index]?.list ?? []))
        runs += day === 0 ? 0 : said.length
        heard += said.filter((run) => known.has(run)).length
        lately = [...texts.toReversed(), ...lately].slice(0, 20)
      }
    }
    expect(heard / runs).toBeLessThan(0.1)
  })
})

describe('the first reason', () => {
  const gem: readonly (readonly [FactProperty, NarrativeFact['values']])[] = [
    ['item', { title: 'Altwide', artist: 'And/Or', show: null }],
    ['few-listeners', { title: 'Altwide', fewerThan: 10 }],
    ['tag-plays', { tag: 'IDM', plays: 71 }],
    ['release-tags', { release: 'Snow Effects', tags: ['IDM'] }],
  ]

  it('is stated with what the listener has to do with it', async () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const { sentences } = await readNarrative(narrator, request('hidden-gem', facts(...gem), { seed }))
      const cited = sentences.flatMap(({ factIds }) => factIds)
      expect(cited).toEqual(expect.arrayContaining(['F1', 'F2']))
    }
  })

  it('is not crowded out by a detail of the same words', async () => {
    const list = facts(
      ['item', { title: 'Ansible Again', artist: null, show: 'Self-Hosted' }],
      ['topic-plays', { topic: 'ansible', finished: 3, of: 4 }],
      ['episode-tags', { tags: ['ansible', 'docker'] }],
      ['episode-date', { title: 'Ansible Again', date: '2020-03-12' }],
    )
    const avoid: string[] = []
    for (let index = 0; index < 30; index += 1) {
      const { text, sentences } = await readNarrative(narrator, request('topic-match', list, { style: 'pitch', maxWords: 60, avoid: [...avoid] }))
      expect(sentences.flatMap(({ factIds }) => factIds)).toContain('F1')
      avoid.push(text)
    }
  })
})
