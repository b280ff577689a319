import { readdirSync } from 'node:fs'
import { createTestDatabase } from '@linernotes/database/testing'
import { it } from 'vitest'
import { catalogImporters, refreshCountedFacts } from '../index.js'
it('x', async () => {
  await using t = await createTestDatabase()
  const c = { db: t.db, now: Date.now, signal: new AbortController().signal }
  const d = '/work/main/data/cc-by-sa-4.0/'
  const jobs: [any, string[]][] = [
    ['freemusicc', [d + 'freemusicc']],
    ['freemusicc', [d + 'freemusicc']],
    ['jupiter', readdirSync(d + 'jupiter').filter((n) => n.includes('.jsonl')).map((n) => d + 'jupiter/' + n)],
    ['jupiter', readdirSync(d + 'jupiter').filter((n) => n.includes('.jsonl')).map((n) => d + 'jupiter/' + n)],
  ]
  for (const [format, files] of jobs) {
    const s = performance.now(), u = process.cpuUsage()
    const r = await (catalogImporters as any)[format](c, files, {})
    const cpu = process.cpuUsage(u)
    console.log(JSON.stringify({ ...r, problems: r.problems.slice(0, 4) }), Math.round(performance.now() - s), 'cpu', (cpu.user + cpu.system) / 1000)
  }
  const s = performance.now(), u = process.cpuUsage()
  await refreshCountedFacts(t.db, { now: Date.now })
  console.log('counted', Math.round(performance.now() - s), process.cpuUsage(u).user / 1000)
}, 120000)
