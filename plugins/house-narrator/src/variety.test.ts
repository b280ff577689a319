import type { FactProperty, NarrativeFact } from '@linernotes/narrative-sdk'
import { describe, expect, it } from 'vitest'
import { request, track } from './__fixtures__/requests.js'
import { readNarrative } from './__fixtures__/read-narrative.js'
import { plainWords } from './phrase-parts.js'
import { createHouseNarrator } from './provider.js'

const narrator = createHouseNarrator({ callbacks: true })
type Extra = readonly [FactProperty, NarrativeFact['values']]

const reasons: Readonly<Record<string, (index: number, artist: string) => readonly Extra[]>> = {
  'same-artist': (index, artist) => [['artist-plays', { artist, plays: 31 + index, year: 2016 }]],
  rediscovery: (index, artist) => [
    ['artist-plays', { artist, plays: 31 + index, year: 2016 }],
    ['artist-last-play', { artist, month: '2018-03' }],
  ],
  'same-label': (index) => [['label-plays', { label: `Label ${String.fromCharCode(75 + (index % 12))}`, tracks: 12 + index, since: 2019 }]],
  'same-release': (index) => [['release-plays', { release: `Untold ${index} EP`, plays: 12 + index }]],
  'shared-tags': (index) => [['tag-plays', { tag: ['downtempo', 'IDM', 'post rock', 'trip hop', 'chiptune'][index % 5] ?? '', plays: 40 + index }]],
  exploration: (index) => [['no-tag-plays', { tag: ['downtempo', 'IDM', 'post rock', 'trip hop', 'chiptune'][index % 5] ?? '' }]],
  'similar-audience': (index, artist) => [['shared-audience', { anchor: `Anchor ${index}`, target: artist, listeners: 20 + index }]],
  'hidden-gem': (index) => [['few-listeners', { title: titleOf(index), fewerThan: 10 }]],
}
const titleOf = (index: number) => String(track(index)[0]?.values['title'])
const artistOf = (index: number) => String(track(index)[0]?.values['artist'])

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

async function narrateList(items: readonly { code: string; list: readonly NarrativeFact[] }[]) {
  const texts: string[] = []
  for (const { code, list } of items) texts.push((await readNarrative(narrator, request(code, list, { avoid: [...texts] }))).text)
  return texts
}

/** Openings and runs of four words that two texts of a list have in common. */
function repeatedIn(texts: readonly string[], lists: readonly (readonly NarrativeFact[])[]): string[] {
  const said = texts.flatMap((text, index) => [...new Set([`${plainWords(text)[0]} ...`, ...literals(text, lists[index] ?? [])])])
  return said.filter((run, index) => said.indexOf(run) !== index)
}

describe('a list with one reason', () => {
  for (const [code, extra] of Object.entries(reasons)) {
    it(`opens twenty texts of ${code} differently and repeats no phrase`, async () => {
      const lists = Array.from({ length: 20 }, (_, index) => track(index, ...extra(index, artistOf(index))))
      expect(repeatedIn(await narrateList(lists.map((list) => ({ code, list }))), lists)).toEqual([])
    })
  }

  it('opens twenty texts without any reason differently', async () => {
    const lists = Array.from({ length: 20 }, (_, index) => track(index))
    expect(repeatedIn(await narrateList(lists.map((list) => ({ code: 'popular', list }))), lists)).toEqual([])
  })
})

it('varies a mixed list of ten', async () => {
  const codes = Object.keys(reasons)
  const items = Array.from({ length: 10 }, (_, index) => {
    const code = codes[index % codes.length] ?? ''
    return { code, list: track(index, ...(reasons[code]?.(index, artistOf(index)) ?? [])) }
  })
  const lists = items.map((item) => item.list)
  expect(repeatedIn(await narrateList(items), lists)).toEqual([])
})
