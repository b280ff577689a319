import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from './create-test-database.js'

let own: TestDatabase
beforeAll(async () => {
  own = await createTestDatabase()
})
afterAll(() => own[Symbol.asyncDispose]())

test('a test database is migrated and empty', async () => {
  expect(await own.db.selectFrom('data_version').selectAll().execute()).toEqual([{ id: 1, catalog: 0, listening: 0, deleted_after: null }])
  const { rows } =
    await sql`select count(*) as n, now() as at, array['a,b', null] as list, '{"a":[1]}'::jsonb as j, ${[1, 2]}::int[] as ints, true as t, 1.5::numeric as num, ${'x'} as p`.execute(
      own.db,
    )
  expect(rows).toEqual([{ n: 1, at: expect.any(Date), list: ['a,b', null], j: { a: [1] }, ints: [1, 2], t: true, num: 1.5, p: 'x' }])
})
