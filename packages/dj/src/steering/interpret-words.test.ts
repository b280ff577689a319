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

function understand(interpret: Interpret | null, signal = new AbortController().signal) {
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
  return understandRequest({ ...context, interpret, signal }, REQUEST)
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

  const useless: readonly (readonly [string, Interpret])[] = [
    ['a name that the catalogue lacks', reads({ type: 'more-like', names: ['Bohemian Rhapsody'] })],
    ['a tag that the catalogue lacks', reads({ type: 'only-tags', tags: ['Vaporwave'] })],
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
