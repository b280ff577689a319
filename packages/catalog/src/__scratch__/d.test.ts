import { readdirSync } from 'node:fs'
import { createTestDatabase } from '@linernotes/database/testing'
import { sql } from 'kysely'
import { it } from 'vitest'
import { catalogImporters } from '../index.js'
const d = '/work/main/data/cc-by-sa-4.0/'
const jobs = { freemusicc: [['artists', 'releases', 'release_artists', 'release_tags', 'external_ids', 'tracks', 'track_artists'], [d + 'freemusicc']], jupiter: [['shows', 'episodes', 'episode_tags', 'chapters'], readdirSync(d + 'jupiter').filter((n) => n.includes('.jsonl')).map((n) => d + 'jupiter/' + n)] } as const
it('x', async () => {
  await using t = await createTestDatabase()
  const c = { db: t.db, now: Date.now, signal: new AbortController().signal }
  const time = async (name: string, f: () => Promise<unknown>) => { const s = performance.now(), u = process.cpuUsage(); await f(); const k = process.cpuUsage(u); console.log(name, Math.round(performance.now() - s), 'cpu', (k.user + k.system) / 1000) }
  for (const [format, [tables, files]] of Object.entries(jobs)) {
    await (catalogImporters as any)[format](c, files, {})
    const dump: Record<string, any[]> = {}
    for (const table of tables) dump[table] = (await t.db.selectFrom(table as 'tracks').selectAll().execute()).map((r: any) => Object.fromEntries(Object.entries(r).map(([k, v]) => [k, v !== null && typeof v === 'object' && !(v instanceof Date) ? JSON.stringify(v) : v])))
    const clear = () => sql.raw(tables.toReversed().map((x) => `delete from ${x}`).join(';') + ';vacuum').execute(t.db).catch(() => sql.raw(tables.toReversed().map((x) => `delete from ${x}`).join(';')).execute(t.db))
    console.log(format, 'rows', Object.values(dump).map((x) => x.length).join(' '))
    for (const _ of [1, 2]) {
      await sql.raw('truncate ' + tables.join(',') + ' cascade').execute(t.db)
      await time('raw batched insert', async () => { for (const table of tables) for (let i = 0; i < dump[table]!.length; i += 1000) await t.db.transaction().execute(async (x) => { await x.insertInto(table as any).values(dump[table]!.slice(i, i + 1000)).execute() }) })
      await sql.raw('truncate ' + tables.join(',') + ' cascade').execute(t.db)
      await time('import', async () => await (catalogImporters as any)[format](c, files, {}))
      await time('again', async () => await (catalogImporters as any)[format](c, files, {}))
    }
  }
}, 120000)
