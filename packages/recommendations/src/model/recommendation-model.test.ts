import { bumpDataVersion } from '@linernotes/database'
import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createWorld, NOW, trackId } from '../__fixtures__/world.js'
import { openModel } from './recommendation-model.js'

const signal = new AbortController().signal
let opened: TestDatabase

beforeEach(async () => {
  opened = await createTestDatabase()
})
afterEach(() => opened[Symbol.asyncDispose]())

const addRelease = async () => {
  await createWorld(opened.db, { releases: [{ title: 'First Light', artist: 'Somebody' }], plays: [{ listener: 'one', item: trackId('First Light', 1) }] })
  await bumpDataVersion(opened.db, 'catalog')
}

test('a snapshot stays as it is until the data version changes', async () => {
  const model = await openModel(opened.db, { signal })
  expect(await model.refresh()).toBe(false)
  await addRelease()
  expect(model.snapshot.catalogue.items.size).toBe(0)
  expect(await model.refresh()).toBe(true)
  expect(model.snapshot.catalogue.items.size).toBe(4)
})

test('refreshes that overlap are one', async () => {
  const model = await openModel(opened.db, { signal })
  await addRelease()
  const first = model.refresh()
  expect(model.refresh()).toBe(first)
  await first
})

test('an empty snapshot is never served when there are data', async () => {
  const model = await openModel(opened.db, { signal })
  await addRelease()
  await model.keepFresh(NOW)
  expect(model.snapshot.catalogue.items.size).toBe(4)
})

test('new listens alone rebuild the snapshot at most once in thirty seconds, without waiting', async () => {
  await addRelease()
  const model = await openModel(opened.db, { signal })
  const before = model.snapshot
  await bumpDataVersion(opened.db, 'listening')
  await model.keepFresh(NOW)
  expect(model.snapshot).toBe(before)
  await model.refresh()
  const second = model.snapshot
  expect(second).not.toBe(before)
  await bumpDataVersion(opened.db, 'listening')
  await model.keepFresh(NOW + 1_000)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(model.snapshot).toBe(second)
  await model.keepFresh(NOW + 31_000)
  await model.refresh()
  expect(model.snapshot).not.toBe(second)
})

test('a refresh that fails is reported, and the last good snapshot goes on serving', async () => {
  await addRelease()
  const failures: unknown[] = []
  const ending = new AbortController()
  const model = await openModel(opened.db, { signal: ending.signal, onRefreshFailed: (error) => failures.push(error) })
  const before = model.snapshot
  ending.abort(new Error('going down'))
  await bumpDataVersion(opened.db, 'catalog')
  await model.keepFresh(NOW)
  await expect(model.refresh()).rejects.toThrow('going down')
  await Promise.resolve()
  expect(failures).toEqual([ending.signal.reason])
  expect(model.snapshot).toBe(before)
})
