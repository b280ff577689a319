import type { FactProperty, NarrativeFact, NarrativeRequest } from '@linernotes/narrative-sdk'
import { createTestHost } from '@linernotes/narrative-sdk/testing'
import { describe, expect, it } from 'vitest'
import { passage, request, selfHosting } from './__fixtures__/requests.js'
import { readNarrative } from './__fixtures__/read-narrative.js'
import { chooseChapters } from './choose-chapters.js'
import { chooseQuote } from './choose-quote.js'
import { createPodcastNarrator } from './provider.js'
import { isSeriesName, partOf } from './series.js'
import { answersTitle } from './spoilers.js'

type Given = readonly (readonly [FactProperty, NarrativeFact['values']])[]
const length: Given[number] = ['episode-length', { title: 'From chaos to clarity', durationMs: 5_400_000 }]
const named = (title: string): Partial<NarrativeRequest> => ({ item: { title, by: 'Home Rack' } })

/** Texts of many seeds. */
async function texts(list: Given, passages: readonly NarrativeFact[], more: Partial<NarrativeRequest> = {}): Promise<readonly string[]> {
  await using host = await createTestHost()
  await using narrator = await createPodcastNarrator({ writer: null, writerMs: 5_000 }, host)
  return await Promise.all(Array.from({ length: 30 }, async (_, seed) => (await readNarrative(narrator, request(list, passages, { seed, ...more }))).text))
}

const placed = (id: string, quote: string, startMs: number | null, position: number | null): NarrativeFact => {
  const fact = passage(id, quote, null, startMs)
  return { ...fact, values: { ...fact.values, position } }
}
const early = 'Self-hosting archives teach families what their photos mean.'
const late = 'Self-hosting archives cost families more than the cloud ever did.'

describe('what comes later', () => {
  it.each([
    ['by time', placed('P1', late, 1_900_000, 0.2), placed('P0', early, 1_700_000, 0.3)],
    ['by the text where it has no times', placed('P1', late, null, 0.5), placed('P0', early, null, 0.2)],
  ])('is not quoted, %s, unless it may be', (_, behind, before) => {
    expect(chooseQuote(request([selfHosting, length], [behind, before]))?.factId).toBe('P0')
    expect(chooseQuote(request([selfHosting, length], [behind]))).toBeNull()
    expect(chooseQuote(request([selfHosting, length], [behind], { spoilerFree: false }))?.factId).toBe('P1')
  })

  it('is no chapter and no soundbite to point at, either', async () => {
    const list: Given = [
      selfHosting,
      length,
      ['chapter', { title: 'The crash', startMs: 5_000_000 }],
      ['soundbite', { title: 'It burned', startMs: 4_000_000, durationMs: 9000 }],
    ]
    expect((await texts(list, [])).filter((text) => /crash|burned/u.test(text))).toEqual([])
    expect((await texts(list, [], { spoilerFree: false })).filter((text) => /crash/u.test(text)).length).toBe(30)
  })
})

describe('the answer to what the title asks', () => {
  it.each([
    ['Is Self-Hosting Dead?', 'Self-hosting is dead because the cloud is cheaper.', true],
    ['Is Self-Hosting Dead?', 'Is self-hosting dead in your house, too?', false],
    ['Is Self-Hosting Dead?', 'Self-hosting pays off when the archive outlives the company.', false],
    ['Why backups fail', 'Backups fail when nobody tests them.', true],
    ['Backups that fail', 'Backups fail when nobody tests them.', false],
  ])('%s: %s', (title, text, expected) => {
    expect(answersTitle(text, title)).toBe(expected)
  })

  it('is neither quoted nor told by the description, unless it may be', async () => {
    const answer = 'Self-hosting is dead because every cloud is cheaper than one disk.'
    const list: Given = [selfHosting, ['description', { quote: answer }]]
    expect((await texts(list, [passage('P0', answer)], named('Is Self-Hosting Dead?'))).filter((text) => text.includes('cheaper'))).toEqual([])
    const told = await texts(list, [passage('P0', answer)], { ...named('Is Self-Hosting Dead?'), spoilerFree: false })
    expect(told.filter((text) => text.includes('cheaper')).length).toBe(30)
  })
})

describe('chapters', () => {
  const list: Given = [
    selfHosting,
    length,
    ...['Hello', 'Weather', 'Self-hosting photos', 'Cables'].map((title, index) => ['chapter', { title, startMs: index * 400_000 }] as const),
  ]
  it('that name the interest come before those that come first; nobody is sent to the greeting', () => {
    expect(chooseChapters(request(list, []), ['self-hosting']).map(({ title }) => title)).toEqual(['Weather', 'Self-hosting photos'])
    expect(chooseChapters(request(list, []), ['cable']).map(({ title }) => title)).toEqual(['Weather', 'Cables'])
  })
})

describe('series', () => {
  it.each([
    ['The Long Migration, Part 2', { number: 2, said: 'Part 2' }],
    ['Migration (pt. III)', { number: 3, said: 'pt. III' }],
    ['Migration part two', { number: 2, said: 'part two' }],
    ['Part of the problem', null],
    ['The Counterpart 2', null],
  ])('%s', (title, expected) => {
    expect(partOf(title)).toEqual(expected)
  })

  it('a second part says so, and is pitched with no quote that leans on the first', async () => {
    const leaning = passage('P0', 'As we said in part one, self-hosting archives need a second disk.')
    const said = await texts([selfHosting], [leaning], named('The Long Migration, Part 2'))
    expect(said.every((text) => text.includes('“Part 2”'))).toBe(true)
    expect(said.filter((text) => text.includes('part one'))).toEqual([])
    expect((await texts([selfHosting], [], named('The Long Migration, Part 1'))).filter((text) => text.includes('Part 1'))).toEqual([])
  })

  it.each([
    ['extras', 'Nostr Workshop', true],
    ['brunch with brent', 'Brunch with Brent: Carl Richell', true],
    ['Home Rack', 'Cables', true],
    ['zfs', 'ZFS: the good parts', true],
    ['zfs', 'When not to ZFS', false],
    ['linux', 'Linux Shadow Force', false],
  ])('%s in “%s” as the name of a series: %s', (topic, title, expected) => {
    expect(isSeriesName(topic, { title, by: 'Home Rack' })).toBe(expected)
  })
})

describe('what is too little to say', () => {
  it('two of two is no habit: the bare fact, with no word of staying', async () => {
    const two = await texts([['topic-plays', { topic: 'zfs', finished: 2, of: 2 }]], [])
    expect(two.every((text) => /both (?:ZFS )?episodes/u.test(text))).toBe(true)
    expect(two.filter((text) => /\b(?:stay|keep|return|back|more|shelf)\b/iu.test(text))).toEqual([])
    expect((await texts([['topic-plays', { topic: 'zfs', finished: 1, of: 1 }]], [])).filter((text) => text.includes('zfs'))).toEqual([])
    expect((await texts([['topic-plays', { topic: 'zfs', finished: 3, of: 3 }]], [])).every((text) => /[Aa]ll three/u.test(text))).toBe(true)
  })

  it('a format is nothing that an episode is about', async () => {
    const said = await texts([['topic-plays', { topic: 'extras', finished: 15, of: 15 }]], [])
    expect(said.filter((text) => !/extras (?:episodes|shelf)/u.test(text) || /(?:about|on) extras/iu.test(text))).toEqual([])
  })

  it('a description that leans on what stood before it is not told, and a show is named once', async () => {
    const leaning: Given = [['description', { quote: 'Plus a geeky project so cool it might consume your life & more!' }]]
    expect((await texts(leaning, [])).filter((text) => text.includes('geeky'))).toEqual([])
    const numbered = await texts([['episode-number', { show: 'The Changelog', number: 61, season: null }]], [])
    for (const text of numbered) expect(text.split('The Changelog')).toHaveLength(2)
  })

  it('a voice without a name stays without one', async () => {
    for (const speaker of ['Speaker 1', 'SPEAKER_00', 'Host', 'Unknown', null])
      expect((await texts([selfHosting], [passage('P0', early, speaker)])).filter((text) => /speaker|unknown|\bHost:/iu.test(text))).toEqual([])
  })

  it('a word that a recogniser said twice is not quoted', () => {
    expect(chooseQuote(request([selfHosting], [passage('P0', 'Self-hosting the the archives teaches families patience.')]))).toBeNull()
  })
})
