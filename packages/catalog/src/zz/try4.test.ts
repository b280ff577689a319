import { createTestDatabase } from '@linernotes/database/testing'
import { it } from 'vitest'
import { importFreemusicc } from '../importers/freemusicc/import-freemusicc.js'
import { refreshCountedFacts } from '../facts/refresh-counted-facts.js'
import { findTrackFacts } from '../facts/find-track-facts.js'
it('x', async () => {
  await using t = await createTestDatabase()
  const c = { db: t.db, now: Date.now, signal: new AbortController().signal }
  await importFreemusicc(c, ['data/cc-by-sa-4.0/freemusicc'], {})
  let s = performance.now()
  await refreshCountedFacts(t.db, c)
  console.log(performance.now() - s)
  const f = await t.db.selectFrom('facts').selectAll().execute()
  const by: Record<string, any[]> = {}
  for (const x of f) (by[x.property] ??= []).push(x)
  for (const [k, v] of Object.entries(by)) console.log(k, v.length, v.slice(0, 4).map((x) => x.statement), v[0].query)
  const tr = await t.db.selectFrom('tracks').select('id').where('title', 'like', '%Remix)').limit(3).execute()
  for (const [, fs] of await findTrackFacts(t.db, tr.map((x) => x.id))) console.log(fs.map((x) => x.property + ': ' + x.statement))
}, 120000)
