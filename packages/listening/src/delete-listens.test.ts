import { expect, test } from 'vitest'
import { readDataVersion } from '@linernotes/database'
import { createTestDatabase } from '@linernotes/database/testing'
import { deleteListens, ensureListener, readTaste, recordListens } from './index.js'

const now = () => Date.parse('2025-01-01')

test('plays of items, of a time, or all of them are forgotten; what is left, and what others played, stays', async () => {
  await using own = await createTestDatabase()
  const { db } = own
  const { id: ada } = await ensureListener(db, { externalId: 'ada' })
  const { id: ben } = await ensureListener(db, { externalId: 'ben' })
  const listens = ['2020-01-01', '2021-01-01', '2022-01-01'].map((playedAt) => ({ playedAt: new Date(playedAt), artistName: 'Gust', title: playedAt }))
  for (const id of [ada, ben]) await recordListens(db, id, listens, { now })
  const left = async (id: string) =>
    (await db.selectFrom('listens').select('title').where('listener_id', '=', id).orderBy('played_at').execute()).map(({ title }) => title)

  const before = await readDataVersion(db)
  expect(await deleteListens(db, ada, { itemIds: ['trk_aaaaaaaaaaaaaaaaaaaa'] })).toBe(0)
  expect(await deleteListens(db, ada, { itemIds: [] })).toBe(0)
  expect(await readDataVersion(db)).toEqual(before)
  expect(await deleteListens(db, ada, { from: new Date('2021-01-01'), to: new Date('2022-01-01') })).toBe(1)
  expect(await left(ada)).toEqual(['2020-01-01', '2022-01-01'])
  expect((await readDataVersion(db)).listening).toBe(before.listening + 1)
  expect(await deleteListens(db, ada, {})).toBe(2)
  expect((await readTaste(db, ada, { now }))?.total).toBeNull()
  expect(await left(ben)).toHaveLength(3)
})
