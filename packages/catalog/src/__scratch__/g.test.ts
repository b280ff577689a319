import { createTestDatabase } from '@linernotes/database/testing'
import { it } from 'vitest'
import { catalogImporters, refreshCountedFacts } from '../index.js'
it('x', async () => {
  await using t = await createTestDatabase()
  const c = { db: t.db, now: Date.now, signal: new AbortController().signal }
  await catalogImporters.freemusicc(c, ['/work/main/data/cc-by-sa-4.0/freemusicc'], {})
  for (let i = 0; i < 2; i++) { const s = performance.now(); await refreshCountedFacts(t.db, { now: Date.now }); console.log('counted', performance.now() - s) }
  const facts = await t.db.selectFrom('facts').selectAll().execute()
  for (const [property, group] of Map.groupBy(facts, (f) => f.property)) console.log(property, group.length, group.toSorted((a, b) => a.id.localeCompare(b.id)).slice(0, property === 'remix-of' ? 60 : 8).map((f) => f.statement))
  console.log((await t.db.selectFrom('releases').select('label').distinct().where('label', '~', '[,/&;+]').execute()).map((r) => r.label))
}, 120000)
