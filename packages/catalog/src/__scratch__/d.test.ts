import { createTestDatabase } from '@linernotes/database/testing'
import { sql } from 'kysely'
import { it } from 'vitest'
import { catalogImporters } from '../index.js'
it('x', async () => {
  await using t = await createTestDatabase()
  const c = { db: t.db, now: Date.now, signal: new AbortController().signal }
  await catalogImporters.freemusicc(c, ['/work/main/data/cc-by-sa-4.0/freemusicc'], {})
  const dump: Record<string, any[]> = {}
  const tables = ['artists', 'releases', 'release_artists', 'release_tags', 'external_ids', 'tracks', 'track_artists']
  for (const table of tables) dump[table] = await t.db.selectFrom(table as 'tracks').selectAll().execute()
  const time = async (name: string, f: () => Promise<void>) => { const s = performance.now(), u = process.cpuUsage(); await f(); const k = process.cpuUsage(u); console.log(name, Math.round(performance.now() - s), 'cpu', (k.user + k.system) / 1000) }
  const clear = () => sql`truncate ${sql.join(tables.map((x) => sql.table(x)))} cascade`.execute(t.db)
  for (const round of [1, 2]) {
  await clear()
  await time('values', async () => {
    for (const table of tables) { const s = performance.now(); for (let i = 0; i < dump[table]!.length; i += 1000) await t.db.transaction().execute(async (x) => { await x.insertInto(table as any).values(dump[table]!.slice(i, i + 1000)).execute() }); console.log('  ', table, dump[table]!.length, Math.round(performance.now() - s)) }
  })
  await clear()
  await time('json', async () => {
    for (const table of tables) { const s = performance.now(); for (let i = 0; i < dump[table]!.length; i += 1000) await t.db.transaction().execute(async (x) => { await sql`insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(dump[table]!.slice(i, i + 1000))}::jsonb)`.execute(x) }); console.log('  ', table, Math.round(performance.now() - s)) }
  })
  }
  await clear()
  await time('import', async () => { await catalogImporters.freemusicc(c, ['/work/main/data/cc-by-sa-4.0/freemusicc'], {}) })
  await time('import again', async () => { await catalogImporters.freemusicc(c, ['/work/main/data/cc-by-sa-4.0/freemusicc'], {}) })
}, 120000)
