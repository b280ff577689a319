import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bumpDataVersion } from '@linernotes/database'
import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { genreWorld } from './__fixtures__/genre-world.js'
import { idsOf, reasonOf } from './__fixtures__/hero-world.js'
import { addPlays, artistId, createWorld, listenerId, NOW, trackId, type PlayDraft } from './__fixtures__/world.js'
import {
  LIST_DEPTH,
  openModel,
  openModelStore,
  recipeNames,
  recipesWithTrainedModel,
  recommend,
  trainRecommender,
  type ModelStore,
  type RecommendationModel,
  type RecommendInput,
} from './index.js'

const { signal } = new AbortController()
const plays: readonly PlayDraft[] = [1, 2].map((track) => ({ listener: 'hero', item: trackId('jazz record 1', track), times: 9 }))
let directory: string
let test: TestDatabase
let store: ModelStore
let model: RecommendationModel
const failures: unknown[] = []
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'ln-trained-'))
  store = openModelStore({ directory, now: Date.now })
  test = await createTestDatabase()
  await createWorld(test.db, genreWorld(plays))
  model = await openModel(test.db, { signal, store, onRefreshFailed: (error) => failures.push(error) })
})
afterAll(async () => {
  model[Symbol.dispose]()
  await test[Symbol.asyncDispose]()
  await rm(directory, { recursive: true, force: true })
})

const ask = (input: Partial<RecommendInput> = {}) =>
  recommend({ db: test.db, model, now: () => NOW, signal }, { listenerId: listenerId('hero'), kinds: ['track'], limit: 20, ...input })
const train = (seed = 1) => trainRecommender({ db: test.db, store, now: Date.now, signal }, { model: 'ease', seed })
const creatorsOf = (suggestions: Awaited<ReturnType<typeof ask>>['suggestions']) =>
  suggestions.flatMap(({ contributions }) => contributions.filter(({ code }) => code === 'similar-audience').map(({ basis }) => basis))

it('what is trained is asked about a second later, without a restart, and the model version says so', async () => {
  expect((await ask()).modelVersion).not.toContain('+')
  const report = await train()
  expect(report).toMatchObject({ model: 'ease', replaced: null, leftOut: 0, pruned: [], listeners: 61 })
  await expect.poll(async () => (await ask()).modelVersion, { timeout: 5_000 }).toMatch(new RegExp(`\\+${report.version}$`))
  await store.use(null, signal)
  await expect.poll(async () => (await ask()).modelVersion, { timeout: 5_000 }).not.toContain('+')
  await store.use(report.version, signal)
  await expect.poll(async () => (await ask()).modelVersion, { timeout: 5_000 }).toContain(report.version)
})

it('its reasons name who adds most to the score and shares listeners enough, and can be proved', async () => {
  const { suggestions } = await ask()
  const bases = creatorsOf(suggestions)
  expect(bases.length).toBeGreaterThan(0)
  // All that "hero" plays.
  expect(new Set(bases.map(({ anchorId }) => anchorId))).toEqual(new Set([artistId('jazz band 1')]))
  expect(bases.map(({ targetId }) => targetId)).toContain(artistId('jazz band 2'))
  expect(reasonOf(suggestions, 'similar-audience')?.evidence[0]).toMatchObject({ property: 'shared-audience', listeners: 10 })
})

it('new listens change the list at once, with nothing trained anew', async () => {
  const before = await ask({ seed: 1 })
  await addPlays(
    test.db,
    [1, 2].map((track) => ({ listener: 'hero', item: trackId('punk record 1', track), times: 9, daysAgo: 1 })),
  )
  await bumpDataVersion(test.db, 'listening')
  const after = await ask({ seed: 1 })
  expect(after.modelVersion).toBe(before.modelVersion)
  expect(idsOf(after.suggestions)).not.toEqual(idsOf(before.suggestions))
  const anchorOf = (list: typeof after) => creatorsOf(list.suggestions).find(({ targetId }) => targetId === artistId('punk band 2'))?.anchorId
  expect([anchorOf(before), anchorOf(after)]).toEqual([undefined, artistId('punk band 1')])
})

it('what is ignored has no part in it', async () => {
  const ignoreHistoryItemIds = [1, 2].map((track) => trackId('punk record 1', track))
  const bases = creatorsOf((await ask({ ignoreHistoryItemIds })).suggestions)
  expect(bases.map(({ anchorId }) => anchorId)).not.toContain(artistId('punk band 1'))
})

it.each(['hybrid', 'ials', 'ease'] as const)(
  'with %s in force, who asks again without the plays of a reason finds the item just where the reason says',
  async (name) => {
    const before = await store.inForce()
    const { version } = await trainRecommender({ db: test.db, store, now: () => NOW, signal }, { model: name, seed: 3 })
    await expect.poll(async () => (await ask()).modelVersion, { timeout: 5_000 }).toContain(version)
    const list = await ask({ limit: 8 })
    const reasons = list.suggestions.flatMap(({ itemId, because }) => because.map(({ code, basis }) => ({ itemId, code, basis })))
    expect(reasons.some(({ code }) => code === 'similar-audience')).toBe(true)
    for (const { itemId, basis } of reasons) {
      const ignoreHistoryItemIds = list.counterfactuals.historyItemIds(basis)
      const again = await ask({ limit: LIST_DEPTH, ignoreHistoryItemIds })
      const rank = await list.counterfactuals.rankWithout(itemId, ignoreHistoryItemIds, signal)
      expect(again.suggestions.findIndex((suggestion) => suggestion.itemId === itemId) + 1 || null).toBe(rank)
    }
    await store.use(before, signal)
    await expect.poll(async () => (await ask()).modelVersion, { timeout: 5_000 }).toContain(before)
  },
)

it('a listener of whom the model knows nobody is asked about among neighbours', async () => {
  const known = await ask({ seedIds: [artistId('jazz band 1')] })
  expect(creatorsOf(known.suggestions).length).toBeGreaterThan(0)
  // Nobody has found the last bands of each genre, so that no model knows them.
  const unknown = await ask({ seedIds: [artistId('jazz band 6')] })
  expect(creatorsOf(unknown.suggestions)).toEqual([])
  expect(unknown.suggestions.length).toBeGreaterThan(0)
})

it('the same seed and data make the same model, and training tells how far it is', async () => {
  const shares: number[] = []
  const one = await trainRecommender({ db: test.db, store, now: () => NOW, signal, onProgress: (share) => shares.push(share) }, { model: 'ease', seed: 3 })
  const other = await trainRecommender({ db: test.db, store, now: () => NOW, signal }, { model: 'ease', seed: 3 })
  expect(other.version).toBe(one.version)
  expect(shares.length).toBeGreaterThan(1)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
})

it('the hybrid learns from the tags of the catalogue, too; the others do not', async () => {
  const learn = (db: TestDatabase['db'], name: 'hybrid' | 'ease') => trainRecommender({ db, store, now: () => NOW, signal }, { model: name, seed: 3 })
  const before = await store.inForce()
  const [tagged, ease] = [await learn(test.db, 'hybrid'), await learn(test.db, 'ease')]
  await using other = await createTestDatabase()
  await createWorld(other.db, genreWorld(plays))
  await other.db.deleteFrom('release_tags').execute()
  const untagged = await learn(other.db, 'hybrid')
  expect(ease.taggings).toBeNull()
  expect(untagged.taggings).toBeLessThan(tagged.taggings!)
  expect(untagged.version).not.toBe(tagged.version)
  await store.use(before, signal)
})

it('training that is stopped changes nothing', async () => {
  const before = [await store.inForce(), (await store.list(signal)).length]
  const stopping = new AbortController()
  const reason = new Error('stop')
  const stopped = trainRecommender(
    { db: test.db, store, now: Date.now, signal: stopping.signal, onProgress: (share) => share > 0.1 && stopping.abort(reason) },
    { model: 'ease', seed: 9 },
  )
  await expect(stopped).rejects.toBe(reason)
  expect([await store.inForce(), (await store.list(signal)).length]).toEqual(before)
})

it('a damaged model is reported once, and the last good one goes on serving', async () => {
  const { modelVersion } = await ask()
  failures.length = 0
  await writeFile(path.join(directory, 'in-force.json'), '{')
  await expect.poll(() => failures.length, { timeout: 5_000 }).toBe(1)
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  expect(failures).toEqual([expect.objectContaining({ code: 'DAMAGED', message: expect.stringContaining('in-force.json') })])
  expect((await ask()).modelVersion).toBe(modelVersion)
})

it('an empty platform has nothing to train from', async () => {
  await using empty = await createTestDatabase()
  await expect(trainRecommender({ db: empty.db, store, now: Date.now, signal }, { model: 'ease', seed: 1 })).rejects.toMatchObject({
    code: 'NOTHING_TO_TRAIN_FROM',
  })
})

it('recipes that say that they ask the trained model do, and the others do not', async () => {
  let isAsked = false
  const trained = new Proxy(model.snapshot.trained!, {
    get(target, name, receiver) {
      isAsked ||= name === 'best'
      return Reflect.get(target, name, receiver) as unknown
    },
  })
  const watched = { snapshot: { ...model.snapshot, trained }, refresh: async () => false, keepFresh: async () => {}, [Symbol.dispose]: () => {} }
  const asking: string[] = []
  for (const recipe of recipeNames) {
    isAsked = false
    await recommend({ db: test.db, model: watched, now: () => NOW, signal }, { listenerId: listenerId('hero'), kinds: ['track', 'episode'], recipe, limit: 5 })
    if (isAsked) asking.push(recipe)
  }
  expect(asking).toEqual([...recipesWithTrainedModel])
})
