import { createTestDatabase } from '@linernotes/database/testing'
import { it } from 'vitest'
import { readLines } from '../files/read-lines.js'
import { importJupiter } from '../importers/jupiter/import-jupiter.js'
it('x', async () => {
  await using t = await createTestDatabase()
  const c = { db: t.db, now: Date.now, signal: new AbortController().signal }
  let s = performance.now()
  for await (const l of readLines('data/cc-by-sa-4.0/jupiter/linux-unplugged.jsonl.gz', { signal: c.signal })) JSON.parse(l.text)
  console.log('read', performance.now() - s)
  s = performance.now()
  const orig = t.db.getExecutor().executeQuery
  const times: Record<string, number> = {}
  t.db.getExecutor
  await importJupiter(c, ['data/cc-by-sa-4.0/jupiter/linux-unplugged.jsonl.gz'], {})
  console.log('import', performance.now() - s)
  s = performance.now()
  const ids = (await t.db.selectFrom('episodes').select('id').execute()).map((x) => x.id).slice(0, 200)
  await t.db.deleteFrom('chapters').where('episode_id', 'in', ids).execute()
  console.log('delete', performance.now() - s)
  const { sql } = await import('kysely')
  s = performance.now()
  const rows = Array.from({ length: 2000 }, (_, i) => ({ episode_id: ids[i % 200]!, position: i, start_ms: i, end_ms: null, title: 'abc' + i, url: null, image_url: null }))
  await t.db.insertInto('chapters').values(rows).execute()
  console.log('insert 2000', performance.now() - s)
}, 120000)
