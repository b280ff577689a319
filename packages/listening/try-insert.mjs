import { createTestDatabase } from '../database/dist/testing/index.js'
import { sql } from 'kysely'
import { ensureListener } from './dist/index.js'
import { upsertSource } from '../catalog/dist/index.js'
const t = await createTestDatabase()
const L = []
for (let i = 0; i < 200; i++) L.push((await ensureListener(t.db, { externalId: 'x' + i })).id)
const src = await upsertSource(t.db, { name: 'a', url: null, licence: 'b', retrievedAt: null })
const rows = []
for (let i = 0; i < 50000; i++)
  rows.push([L[(i / 250) | 0], 'trk_' + ('abcdefghijklmnop' + String((i * 7919) % 15000).padStart(4, '2')), 'track', 1500000000 + i * 301, 180000])
const by = {
  json: (b) => sql`insert into listens (listener_id, item_id, fingerprint, item_kind, played_at, played_ms, source_id)
    select r ->> 0, r ->> 1, r ->> 1, r ->> 2, to_timestamp((r ->> 3)::bigint), (r ->> 4)::integer, ${src}
    from json_array_elements(${JSON.stringify(b)}::json) r on conflict do nothing`,
  record: (b) => sql`insert into listens (listener_id, item_id, fingerprint, item_kind, played_at, played_ms, source_id)
    select a,b,b,c,to_timestamp(d),e, ${src}
    from json_to_recordset(${JSON.stringify(b.map(([a, b, c, d, e]) => ({ a, b, c, d, e })))}::json) r(a text,b text,c text,d bigint,e integer) on conflict do nothing`,
  unnest: (b) => sql`insert into listens (listener_id, item_id, fingerprint, item_kind, played_at, played_ms, source_id)
    select a,b,b,c,to_timestamp(d),e, ${src}
    from unnest(${b.map((r) => r[0])}::text[],${b.map((r) => r[1])}::text[],${b.map((r) => r[2])}::text[],${b.map((r) => r[3])}::bigint[],${b.map((r) => r[4])}::integer[]) r(a,b,c,d,e) on conflict do nothing`,
  values: (b) =>
    sql`insert into listens (listener_id, item_id, fingerprint, item_kind, played_at, played_ms, source_id) values ${sql.join(b.map((r) => sql`(${r[0]},${r[1]},${r[1]},${r[2]},${new Date(r[3] * 1000)},${r[4]},${src})`))} on conflict do nothing`,
}
for (const round of [1, 2])
  for (const k of Object.keys(by))
    for (const size of [1000, 5000]) {
      await sql`delete from listens`.execute(t.db)
      await sql`vacuum listens`.execute(t.db)
      const s = performance.now()
      for (let i = 0; i < rows.length; i += size) await by[k](rows.slice(i, i + size)).execute(t.db)
      console.log(k, size, (performance.now() - s) | 0)
    }
