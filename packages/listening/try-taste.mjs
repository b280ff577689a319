import { importSampleListeners, readTaste, findListener } from './dist/index.js'
import * as q from './dist/taste.queries.js'
import { importFreemusicc } from '../catalog/dist/importers/freemusicc/import-freemusicc.js'
import * as jup from '../catalog/dist/importers/jupiter/import-jupiter.js'
import { createTestDatabase } from '../database/dist/testing/index.js'
import { sql } from 'kysely'
import { readdirSync, mkdtempSync } from 'node:fs'
const t = await createTestDatabase()
const context = { db: t.db, now: () => Date.UTC(2026, 10, 23), signal: AbortSignal.timeout(300000) }
const data = '/work/main/data/'
await importFreemusicc(context, [data + 'cc-by-sa-4.0/freemusicc'], {})
const J = data + 'cc-by-sa-4.0/jupiter/'
await Object.values(jup)[0](
  context,
  readdirSync(J)
    .filter((f) => f.endsWith('gz'))
    .map((f) => J + f),
  {},
)
let s = performance.now()
await importSampleListeners(context, data + 'cc0-1.0/synthetic-listeners')
console.log('sample', (performance.now() - s) | 0)
if (process.argv[2] === 'analyze') {
  s = performance.now()
  await sql`analyze`.execute(t.db)
  console.log('analyze', (performance.now() - s) | 0)
}
const l = await findListener(t.db, { externalId: 'ada' })
for (let i = 0; i < 3; i++) {
  s = performance.now()
  const p = await q.readPlayRows(t.db, l.id, 'Europe/Berlin')
  const a = performance.now()
  const ids = [...new Set(p.map((r) => r.item_id))]
  const tr = await q.readTrackRows(t.db, ids)
  const b = performance.now()
  const cr = await q.readCreditRows(t.db, ids)
  const c = performance.now()
  const tg = await q.readTagRows(t.db, [...new Set(tr.map((r) => r.release_id))])
  const d = performance.now()
  await q.readEpisodeRows(t.db, ids.slice(0, 30))
  const e = performance.now()
  await readTaste(t.db, l.id, { now: () => 0 })
  const f = performance.now()
  console.log(
    'plays',
    p.length,
    (a - s).toFixed(1),
    'tracks',
    tr.length,
    (b - a).toFixed(1),
    'credits',
    cr.length,
    (c - b).toFixed(1),
    'tags',
    tg.length,
    (d - c).toFixed(1),
    'eps',
    (e - d).toFixed(1),
    'all',
    (f - e).toFixed(1),
  )
}
for (const [n, b] of [['artist', null]]) {
  const r = await sql`explain analyze select l.item_id from listens l where listener_id=${l.id}`.execute(t.db)
  console.log(r.rows.map((x) => x['QUERY PLAN']).join('\n'))
  const r2 = await sql`explain analyze with plays as (
      select distinct on (x.listener_id, x.played_at, x.fingerprint, c.artist_id) c.artist_id, x.played_at, x.played_at at time zone 'Europe/Berlin' as local
      from listens x join track_artists c on c.track_id = x.item_id where x.listener_id = ${l.id}
    )
    select a.id as artist_id, a.name, extract(year from l.local)::int as year, to_char(min(l.local), 'YYYY-MM') as first_month,count(*)
    from plays l join artists a on a.id = l.artist_id
    where not a.is_special_purpose
    group by a.id, a.name, extract(year from l.local) order by a.id, year`.execute(t.db)
  console.log(r2.rows.map((x) => x['QUERY PLAN']).join('\n'))
}
await t[Symbol.asyncDispose]()
