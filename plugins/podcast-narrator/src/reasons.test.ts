import type { FactProperty, NarrativeFact } from '@linernotes/narrative-sdk'
import { createTestHost } from '@linernotes/narrative-sdk/testing'
import { expect, it } from 'vitest'
import { request } from './__fixtures__/requests.js'
import { readNarrative } from './__fixtures__/read-narrative.js'
import { reasons } from './phrases/en.js'
import { createPodcastNarrator } from './provider.js'

type Given = readonly (readonly [FactProperty, NarrativeFact['values']])[]

async function pitches(list: Given, reason: readonly string[]) {
  await using host = await createTestHost()
  await using narrator = await createPodcastNarrator({ writer: null, writerMs: 5_000 }, host)
  const asked = { reasons: [{ code: 'any', weight: 1, factIds: reason }] }
  return await Promise.all(Array.from({ length: 30 }, (_, seed) => readNarrative(narrator, request(list, [], { seed, ...asked }))))
}

const shared: Given[number] = ['shared-audience', { anchor: 'Vertical67', target: 'The Changelog', listeners: 13 }]

it('says how often the listener played the name whose listeners are shared', async () => {
  for (const { text, sentences } of await pitches([shared, ['artist-plays', { artist: 'Vertical67', plays: 33, year: 2018 }]], ['F1', 'F2'])) {
    expect(text).toContain('33 times in 2018')
    expect(sentences.some(({ factIds }) => factIds.includes('F1') && factIds.includes('F2'))).toBe(true)
  }
})

it('says no plays of somebody else beside it', async () => {
  for (const { text } of await pitches([shared, ['artist-plays', { artist: 'Kaneel', plays: 33, year: 2018 }]], ['F1', 'F2'])) {
    expect(text).toMatch(/13 people|Thirteen people/u)
    expect(text).not.toContain('33')
  }
})

it('puts no name before the words of a description, as if somebody had said them', async () => {
  for (const { text } of await pitches([['description', { quote: 'A weekend with a spare disk.' }]], [])) expect(text).not.toContain('The Changelog: “')
})

it('counts nothing without saying of what it is counted', () => {
  const bare = reasons.flat().filter((phrase) => /Share\} episodes that you played/u.test(phrase) && !/^(?:About|On) \{|where|\} \{/u.test(phrase))
  expect(bare).toEqual([])
})
