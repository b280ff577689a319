import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import type { Platform } from '@linernotes/serving'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { artistIdOf, plantSmallCatalogue } from './__fixtures__/small-catalogue.js'
import type { Interpret } from './interpret-words.js'
import { understandRequest } from './understand-request.js'

let own: TestDatabase
beforeAll(async () => {
  own = await createTestDatabase()
  await plantSmallCatalogue(own.db)
})
afterAll(() => own[Symbol.asyncDispose]())

const REQUEST = 'zorbly, no rap'

function understand(interpret: Interpret | null, signal = new AbortController().signal, request = REQUEST) {
  // Rules need no platform.
  const platform = {} as Platform
  const context = {
    platform,
    db: own.db,
    listenerId: null,
    provider: null,
    language: 'en',
    playing: null,
    talkEvery: 2,
    adventurousness: 0.4,
    now: () => 1_796_000_000_000,
  }
  return understandRequest({ ...context, interpret, signal }, request)
}
const reads =
  (wish: object, words = 'zorbly'): Interpret =>
  () =>
    Promise.resolve({ readings: [{ words, wish }] })
const noRap = { type: 'without-tags', tags: ['Hip Hop'] }

describe('words that rules cannot explain', () => {
  it('are refused by name where nobody interprets them', async () => {
    const { operations, refused } = await understand(null)
    expect(operations).toEqual([noRap])
    expect(refused.join()).toContain('zorbly')
  })

  it('are what the provider says, and only they are asked about', async () => {
    const asked: string[] = []
    const { operations, refused } = await understand((words) => {
      asked.push(...words)
      return Promise.resolve({ readings: [{ words: 'zorbly', wish: { type: 'energy', direction: 'calmer' } }] })
    })
    expect(asked).toEqual(['zorbly'])
    expect(operations).toEqual([noRap, { type: 'energy', direction: 'calmer' }])
    expect(refused).toEqual([])
  })

  it('get their ids from the catalogue', async () => {
    expect((await understand(reads({ type: 'more-like', names: ['Dub Foundation'] }))).operations).toContainEqual({
      type: 'more-like',
      seedIds: [artistIdOf('Dub Foundation')],
    })
  })

  const honoured: readonly (readonly [string, object, object])[] = [
    ['play', { type: 'play', names: ['C-Doc'] }, { type: 'play', ids: [artistIdOf('C-Doc')] }],
    ['without', { type: 'without', names: ['And/Or'] }, { type: 'without', ids: [artistIdOf('And/Or')] }],
    ['years', { type: 'years', from: 2001, to: null }, { type: 'years', from: 2001, to: null }],
    ['length', { type: 'length', minMinutes: null, maxMinutes: 4.5 }, { type: 'length', minMs: null, maxMs: 270_000 }],
    ['rediscover', { type: 'rediscover', year: 2016 }, { type: 'rediscover', year: 2016 }],
    ['adventurousness', { type: 'adventurousness', towards: 'unknown' }, { type: 'adventurousness', value: 0.8 }],
    ['kinds', { type: 'kinds', kinds: 'episodes' }, { type: 'kinds', kinds: ['episode'] }],
    ['episode', { type: 'episode', topic: 'privacy', maxMinutes: 20 }, { type: 'episode', topic: 'privacy', maxMs: 1_200_000 }],
    ['talk', { type: 'talk', every: 3 }, { type: 'talk', talkEvery: 3 }],
    ['playback', { type: 'playback', action: 'skip' }, { type: 'playback', action: 'skip' }],
    ['only-tags', { type: 'only-tags', tags: ['jazz'] }, { type: 'only-tags', tags: ['Jazz'] }],
  ]
  it.each(honoured)('may be read as %s, and are said back', async (_type, wish, operation) => {
    const { operations, understood, refused } = await understand(reads(wish))
    expect(operations).toEqual([noRap, operation])
    expect(understood).toHaveLength(2)
    expect(refused).toEqual([])
  })

  it('end or forget a session where nothing else was asked, and only there', async () => {
    for (const wish of [{ type: 'playback', action: 'end' }, { type: 'forget-requests' }]) {
      expect((await understand(reads(wish))).operations).toEqual([noRap])
      expect((await understand(reads(wish), undefined, 'zorbly')).operations).toEqual([wish])
    }
  })

  const useless: readonly (readonly [string, Interpret])[] = [
    ['a name that the catalogue lacks', reads({ type: 'more-like', names: ['Bohemian Rhapsody'] })],
    ['a tag that the catalogue lacks', reads({ type: 'only-tags', tags: ['Vaporwave'] })],
    ['no wish', reads({ type: 'none' })],
    ['a show that the catalogue lacks', reads({ type: 'play', names: ['C-Doc', 'The Joe Rogan Experience'] })],
    ['a topic that no episode has', reads({ type: 'episode', topic: 'gardening', maxMinutes: null })],
    ['years the wrong way round', reads({ type: 'years', from: 2010, to: 1990 })],
    ['years out of this world', reads({ type: 'years', from: -1, to: 99_999 })],
    ['no limit at all', reads({ type: 'length', minMinutes: null, maxMinutes: null })],
    ['an operation that is none', reads({ type: 'delete-listener', id: 'lst_1' })],
    ['more than was asked for', reads({ type: 'play', names: ['C-Doc'], execute: 'drop table tracks' })],
    ['markup for a name', reads({ type: 'play', names: ['<img src=x onerror=alert(1)>'] })],
    [
      'nine readings',
      () => Promise.resolve({ readings: Array.from({ length: 9 }, () => ({ words: 'zorbly', wish: { type: 'energy', direction: 'calmer' } })) }),
    ],
    ['an id', reads({ type: 'more-like', seedIds: ['trk_1'] })],
    ['other words than asked about', reads({ type: 'energy', direction: 'calmer' }, 'no rap')],
    ['no JSON of the schema', () => Promise.resolve('sure!')],
    ['a failure', () => Promise.reject(new Error('503'))],
  ]
  it.each(useless)('stay refused after %s', async (_what, interpret) => {
    const { operations, refused } = await understand(interpret)
    expect(operations).toEqual([noRap])
    expect(refused.join()).toContain('zorbly')
  })

  it('wait for no provider that hangs once the listener left', async () => {
    const leaving = new AbortController()
    const hangs: Interpret = () => {
      leaving.abort(new Error('left'))
      return new Promise(() => {})
    }
    await expect(understand(hangs, leaving.signal)).rejects.toThrow('left')
  })
})
