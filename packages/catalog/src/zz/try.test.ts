import { createTestDatabase } from '@linernotes/database/testing'
import { it } from 'vitest'
import { importFreemusicc } from '../importers/freemusicc/import-freemusicc.js'
it('x', async () => {
  await using t = await createTestDatabase()
  const c = { db: t.db, now: Date.now, signal: new AbortController().signal }
  let s = performance.now()
  const r = await importFreemusicc(c, ['data/cc-by-sa-4.0/freemusicc'], {})
  console.log(JSON.stringify({ ...r, problems: r.problems.slice(0, 5) }), performance.now() - s)
  s = performance.now()
  const r2 = await importFreemusicc(c, ['data/cc-by-sa-4.0/freemusicc'], {})
  console.log(JSON.stringify({ ...r2, problems: r2.problems.slice(0, 5) }), performance.now() - s)
}, 120000)
