import { readdirSync } from 'node:fs'
import { createTestDatabase } from '@linernotes/database/testing'
import { it } from 'vitest'
import { importMusicbrainz } from './import-musicbrainz.js'
it('x', async () => {
  await using t = await createTestDatabase()
  const c = { db: t.db, now: Date.now, signal: new AbortController().signal }
  const d = '/work/shared/data/musicbrainz/'
  const files = ['graphbrainz_api', 'picard_ws_data'].flatMap((f) => readdirSync(d + f).filter((n) => n.endsWith('.json')).map((n) => d + f + '/' + n))
  for (let i = 0; i < 3; i++) {
    const s = performance.now()
    const r = await importMusicbrainz(c, files, {})
    console.log(JSON.stringify({ ...r, problems: r.problems.length }), performance.now() - s)
    if (i === 0) for (const p of r.problems) console.log(p.field, p.message.replace(d, ''))
  }
  for (const table of ['artists', 'releases', 'tracks', 'track_artists', 'track_isrcs', 'facts', 'external_ids'] as const) console.log(table, (await t.db.selectFrom(table).selectAll().execute()).length)
  for (const f of await t.db.selectFrom('facts').selectAll().execute()) console.log(f.statement, JSON.stringify(f.values))
}, 120000)
