import * as fc from 'fast-check'
import { sql, type Kysely } from 'kysely'
import { DatabaseError as StatementError } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connections } from './__fixtures__/connections.js'
import type { Database } from './index.js'

const source = { id: 'src_a', name: 'a', licence: 'CC0-1.0', url: null, retrieved_at: null }

const setCounter = (to: Kysely<Database>, n: number) => sql`update counters set n = ${n} where id = 1`.execute(to)

describe.each(connections())('$name', ({ open }) => {
  let connection: Awaited<ReturnType<typeof open>>
  let db: Kysely<Database>
  beforeAll(async () => {
    connection = await open()
    db = connection.db
    await db.insertInto('sources').values(source).execute()
    await sql`create table counters (id int primary key, n int not null)`.execute(db)
    await sql`insert into counters values (1, 0)`.execute(db)
  })
  afterAll(() => connection[Symbol.asyncDispose]())

  const readCounter = async () => (await sql<{ n: number }>`select n from counters where id = 1`.execute(db)).rows[0]?.n

  test('values come back as what they are', async () => {
    const at = new Date('2016-12-31T23:59:59.123Z')
    const { rows } =
      await sql`select ${at}::timestamptz as at, ${'2016-03-01T00:00:00+02:00'}::timestamptz as offset_at, '2016-03-01'::date as day, ${at}::timestamptz::date as day_of,
      count(*) as int8, 1.25::numeric as num, 0.1::double precision as float, ${'NaN'}::real as nan, ${7}::int as int4, ${true}::boolean as yes, ${null}::text as nothing,
      ${'“ü\\\'" 😀\n'}::text as text, ${new Uint8Array([0, 255, 92])}::bytea as bytes, ${JSON.stringify([1, { a: null }])}::jsonb as json, ${{ a: [1, "'"] }}::jsonb as object,
      ${['a,"b\\', null, '']}::text[] as list, ${[[1, 2]]}::int[] as matrix`.execute(db)
    expect(rows).toEqual([
      {
        at,
        offset_at: new Date('2016-02-29T22:00:00Z'),
        day: '2016-03-01',
        day_of: '2016-12-31',
        int8: 1,
        num: 1.25,
        float: 0.1,
        nan: Number.NaN,
        int4: 7,
        yes: true,
        nothing: null,
        text: '“ü\\\'" 😀\n',
        bytes: Buffer.from([0, 255, 92]),
        json: [1, { a: null }],
        object: { a: [1, "'"] },
        list: ['a,"b\\', null, ''],
        matrix: [[1, 2]],
      },
    ])
  })

  test('any list of texts survives as a parameter', async () => {
    const text = fc.string({ unit: 'binary' }).map((value) => value.replaceAll('\0', '').toWellFormed())
    const property = fc.asyncProperty(fc.array(fc.option(text)), async (list) => {
      const { rows } = await sql`select ${list}::text[] as list`.execute(db)
      expect(rows).toEqual([{ list }])
    })
    await fc.assert(property, { numRuns: 30 })
  })

  test('a refused statement says its SQLSTATE and constraint, and the connection goes on', async () => {
    const error = await db
      .insertInto('sources')
      .values(source)
      .execute()
      .catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(StatementError)
    expect(error).toMatchObject({ code: '23505', constraint: 'sources_pkey', table: 'sources', detail: expect.stringContaining('src_a') })
    await expect(sql`selec 1`.execute(db)).rejects.toMatchObject({ code: '42601', position: '1' })
    await expect(sql`select ${'\0'}::text`.execute(db)).rejects.toMatchObject({ code: '22021' })
    await expect(sql`select ${'1e9'}::int4`.execute(db)).rejects.toMatchObject({ code: '22P02' })
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
  })

  test('counts of changed rows', async () => {
    const update = await db.updateTable('sources').set({ url: 'https://example.org' }).where('id', '=', 'src_a').executeTakeFirst()
    expect(update.numUpdatedRows).toBe(1n)
    const insert = await db
      .insertInto('sources')
      .values(source)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    expect(insert.numInsertedOrUpdatedRows).toBe(0n)
    expect(await db.deleteFrom('sources').where('id', '=', 'none').returning('id').execute()).toEqual([])
  })

  test('several commands without parameters run as one', async () => {
    await sql.raw(`update counters set n = 3; update counters set n = n * 2`).execute(db)
    expect(await readCounter()).toBe(6)
    await expect(sql.raw(`update counters set n = 9; select 1/0`).execute(db)).rejects.toMatchObject({ code: '22012' })
    expect(await readCounter()).toBe(6)
  })

  test('a transaction commits or leaves nothing', async () => {
    await db.transaction().execute((transaction) => setCounter(transaction, 1))
    expect(await readCounter()).toBe(1)
    const thrown = new Error('no')
    const failing = db.transaction().execute(async (transaction) => {
      await setCounter(transaction, 2)
      throw thrown
    })
    await expect(failing).rejects.toBe(thrown)
    expect(await readCounter()).toBe(1)
  })

  test('a transaction that swallowed an error does not pretend to commit', async () => {
    await setCounter(db, 1)
    const swallowing = db.transaction().execute(async (transaction) => {
      await setCounter(transaction, 2)
      await sql`select 1/0`.execute(transaction).catch(() => {})
    })
    await expect(swallowing).rejects.toThrow('rolled back instead of committed')
    expect(await readCounter()).toBe(1)
  })

  test('savepoints and isolation levels', async () => {
    const transaction = await db.startTransaction().setIsolationLevel('serializable').execute()
    const { rows } = await sql`show transaction isolation level`.execute(transaction)
    expect(rows).toEqual([{ transaction_isolation: 'serializable' }])
    await setCounter(transaction, 4)
    const nested = await transaction.savepoint('nested').execute()
    await setCounter(nested, 5)
    await nested.rollbackToSavepoint('nested').execute()
    await transaction.commit().execute()
    expect(await readCounter()).toBe(4)
  })

  test('transactions at the same time do not see each other half done', async () => {
    await setCounter(db, 0)
    const increment = () =>
      db.transaction().execute(async (transaction) => {
        const { rows } = await sql<{ n: number }>`select n from counters where id = 1 for update`.execute(transaction)
        await setCounter(transaction, (rows[0]?.n ?? 0) + 1)
      })
    const reads = Array.from({ length: 10 }, readCounter)
    await Promise.all([...Array.from({ length: 20 }, increment), ...reads])
    expect(await readCounter()).toBe(20)
  })

  test('large results and large parameters', async () => {
    const { rows } = await sql<{ i: number; text: string }>`select i, repeat('é', 100) as text from generate_series(1, 50000) i`.execute(db)
    expect([rows.length, rows.at(-1)]).toEqual([50_000, { i: 50_000, text: 'é'.repeat(100) }])
    const big = 'ü'.repeat(4_000_000)
    expect((await sql`select length(${big}::text) as length, ${big}::text as text`.execute(db)).rows).toEqual([{ length: 4_000_000, text: big }])
    const values = Array.from({ length: 10_000 }, (_, index) => ({ ...source, id: `src_${index}` }))
    await db.insertInto('sources').values(values).execute()
  })
})
