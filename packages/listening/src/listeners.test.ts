import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureListener, findListener, findListeners } from './index.js'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

test('a listener is made once, takes over what is said and keeps what is not', async () => {
  const first = await ensureListener(database.db, { externalId: ' ada ', displayName: 'Ada', timeZone: 'Europe/Berlin', synthetic: true })
  const again = await ensureListener(database.db, { externalId: 'ada', locale: 'de-at' })
  expect(again).toEqual({ ...first, locale: 'de-AT' })
  expect(await findListener(database.db, { externalId: 'ada' })).toEqual(again)
  expect(await findListener(database.db, { id: first.id })).toEqual(again)
  expect(await findListener(database.db, { externalId: 'nobody' })).toBeNull()
})

test.each([
  ['a blank name', { externalId: ' \u200b' }],
  ['an unknown time zone', { externalId: 'x', timeZone: 'Europe/Atlantis' }],
  ['an offset', { externalId: 'x', timeZone: '+01:00' }],
  ['a locale that is none', { externalId: 'x', locale: 'not a locale' }],
])('%s is refused', async (_, draft) => {
  await expect(ensureListener(database.db, draft)).rejects.toThrow(RangeError)
})

test('listeners come in pages', async () => {
  for (const name of ['p1', 'p2', 'p3']) await ensureListener(database.db, { externalId: name })
  const first = await findListeners(database.db, { first: 2, after: null })
  expect(first).toMatchObject({ hasNextPage: true, totalCount: 4 })
  const rest = await findListeners(database.db, { first: 9, after: first.cursors.at(-1) ?? null })
  expect(rest.hasNextPage).toBe(false)
  expect([...first.nodes, ...rest.nodes].map((listener) => listener.externalId)).toEqual(['ada', 'p1', 'p2', 'p3'])
})
