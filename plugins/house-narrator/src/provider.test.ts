import { NarrativeError, type NarrativePart } from '@linernotes/narrative-sdk'
import { createTestHost, sampleEpisodeRequest, sampleTrackRequest } from '@linernotes/narrative-sdk/testing'
import { describe, expect, it } from 'vitest'
import { facts, request } from './__fixtures__/requests.js'
import { readNarrative } from './__fixtures__/read-narrative.js'
import plugin from './index.js'
import { createHouseNarrator } from './provider.js'

const narrator = createHouseNarrator({ callbacks: true })

describe('the house narrator', () => {
  it('is opened by its plugin with the defaults of its config', async () => {
    await using host = await createTestHost()
    await using opened = await plugin.create(plugin.config.parse({}), host)
    expect((await readNarrative(opened, sampleTrackRequest)).text).not.toBe('')
  })

  it('serves regional variants of its languages and refuses others', async () => {
    expect((await readNarrative(narrator, { ...sampleTrackRequest, language: 'en-GB' })).text).not.toBe('')
    await expect(readNarrative(narrator, { ...sampleTrackRequest, language: 'de' })).rejects.toSatisfy(
      (error: unknown) => NarrativeError.isInstance(error) && error.code === 'unsupported',
    )
  })

  it('says so where not one sentence fits', async () => {
    const list = facts(['item', { title: 'A title of many words', artist: 'An artist of many words', show: null }])
    await expect(readNarrative(narrator, request(null, list, { maxWords: 1 }))).rejects.toThrow(/1 words; raise maxWords/u)
  })

  it('states the first reason, and of a listener no other', async () => {
    const list = facts(
      ['item', { title: 'Altwide', artist: 'And/Or', show: null }],
      ['few-listeners', { title: 'Altwide', fewerThan: 10 }],
      ['artist-plays', { artist: 'And/Or', plays: 4, year: 2017 }],
    )
    for (let seed = 0; seed < 50; seed += 1) {
      const { sentences } = await readNarrative(
        narrator,
        request('hidden-gem', list, { seed, style: 'pitch', maxWords: 60, reasons: [{ code: 'hidden-gem', weight: 0.6, factIds: ['F1'] }] }),
      )
      const cited = sentences.flatMap((sentence) => sentence.factIds)
      expect(cited).toContain('F1')
      expect(cited).not.toContain('F2')
    }
  })

  it('says a release’s tags of the release, and no track of another item', async () => {
    const list = facts(
      ['item', { title: 'Altwide', artist: 'And/Or', show: null }],
      ['release', { title: 'Slomo', release: 'Elsewhere', year: 2005 }],
      ['release', { title: 'Altwide', release: 'Snow Effects', year: 2006 }],
      ['release-tags', { release: 'Elsewhere', tags: ['polka'] }],
      ['release-tags', { release: 'Snow Effects', tags: ['IDM'] }],
    )
    for (let seed = 0; seed < 100; seed += 1) {
      const { text } = await readNarrative(narrator, request(null, list, { seed }))
      expect(text).not.toMatch(/Elsewhere|polka/u)
      expect(text.replaceAll('IDM release', '')).not.toContain('IDM')
    }
  })

  it('quotes a transcript only in its speaker’s name', async () => {
    const texts = new Set<string>()
    for (let seed = 0; seed < 200; seed += 1) texts.add((await readNarrative(narrator, { ...sampleEpisodeRequest, seed })).text)
    const quotes = [...texts].filter((text) => text.includes('Just save'))
    expect(quotes.length).toBeGreaterThan(0)
    for (const text of quotes) expect(text).toContain('“Just save one or two things and see if you like it.”')
  })

  it('says what an editor noted, word by word', async () => {
    const [item] = facts(['item', { title: 'Altwide', artist: 'And/Or', show: null }])
    const note = {
      id: 'F1',
      kind: 'editorial',
      property: 'editorial-note',
      subject: 'Altwide',
      statement: 'A slow opener that pays off late',
      values: {},
    } as const
    for (let seed = 0; seed < 30; seed += 1) {
      const asked = request('editorial', item === undefined ? [note] : [item, note], { seed })
      expect((await readNarrative(narrator, asked)).text).toContain('A slow opener that pays off late.')
    }
  })

  it('streams sentence by sentence', async () => {
    const { parts } = await readNarrative(narrator, sampleTrackRequest)
    const types = parts.map((part: NarrativePart) => part.type)
    expect(types[0]).toBe('narrative-start')
    expect(types.at(-1)).toBe('narrative-end')
    expect(types.filter((type) => type === 'text-delta').length).toBe(types.filter((type) => type === 'sentence-end').length)
  })
})
