import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createTestDatabase } from '@linernotes/database/testing'
import { expect, test } from 'vitest'
import { genreWorld } from '../__fixtures__/genre-world.js'
import { createWorld, listenerId, NOW, trackId } from '../__fixtures__/world.js'
import { findReceipts, issueReceipts, modelSeal, openModel, openModelStore, recommend, signingKeyOf, trainRecommender, verifyReceipt } from '../index.js'

const { signal } = new AbortController()
const key = signingKeyOf(generateKeyPairSync('ed25519').privateKey)

// A version is named by the checksum of its file: whoever lifts an artist in the factors can name the new file rightly, too.
test('a boost that is planted in the factors of a trained model is found by every receipt that names it', async () => {
  await using data = await createTestDatabase()
  await createWorld(data.db, genreWorld([1, 2].map((track) => ({ listener: 'hero', item: trackId('jazz record 1', track), times: 9 }))))
  const directory = await mkdtemp(path.join(tmpdir(), 'ln-sealed-'))
  try {
    const store = openModelStore({ directory, now: Date.now, seal: modelSeal(key) })
    using model = await openModel(data.db, { signal, store, onRefreshFailed: () => undefined })
    const context = { db: data.db, model, now: () => NOW, signal }
    const verdict = async () => {
      const list = await recommend(context, { listenerId: listenerId('hero'), kinds: ['track'], limit: 5 })
      const [receipt] = await issueReceipts(list, { after: 0, through: 1 }, key, signal)
      const [claimed] = findReceipts(JSON.parse(JSON.stringify(receipt)))
      return { version: list.modelVersion, ...(await verifyReceipt({ ...context, store }, key, claimed!)) }
    }
    const serves = async (version: string) => await expect.poll(async () => (await verdict()).version, { timeout: 5_000 }).toContain(version)

    const trained = await trainRecommender({ db: data.db, store, now: Date.now, signal }, { model: 'ease', seed: 1 })
    await serves(trained.version)
    expect(await verdict()).toMatchObject({ outcome: 'valid', problems: [] })

    const { facts, ranking } = await store.open(trained.version, signal)
    const parts = ranking.toParts()
    const lifted = Object.fromEntries(
      Object.entries(parts.arrays).map(([name, array]) => [name, array instanceof Float32Array ? array.map((weight) => weight + 3) : array]),
    )
    const foreign = openModelStore({ directory, now: Date.now })
    const planted = await foreign.save({ facts, parts: { ...parts, arrays: lifted } }, signal)
    await foreign.use(planted.version, signal)
    await serves(planted.version)
    expect(await verdict()).toMatchObject({ outcome: 'not-valid', problems: [expect.stringMatching(/does not bear the seal.*linernotes train/)] })

    // Nor is a seal of another key one, or the seal of another version.
    const other = openModelStore({ directory, now: Date.now, seal: modelSeal(signingKeyOf(generateKeyPairSync('ed25519').privateKey)) })
    expect([await other.isSealed(trained.version), await store.isSealed(planted.version), await store.isSealed(trained.version)]).toEqual([false, false, true])
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}, 60_000)
