import { Session } from 'node:inspector/promises'
import { writeFileSync } from 'node:fs'
import { createTestDatabase } from '@linernotes/database/testing'
import { it } from 'vitest'
import { catalogImporters } from '../index.js'
it('x', async () => {
  await using t = await createTestDatabase()
  const c = { db: t.db, now: Date.now, signal: new AbortController().signal }
  const session = new Session(); session.connect()
  await session.post('Profiler.enable'); await session.post('Profiler.start')
  const s = performance.now(), u = process.cpuUsage()
  const r = await catalogImporters.freemusicc(c, ['/work/main/data/cc-by-sa-4.0/freemusicc'], {})
  const cpu = process.cpuUsage(u)
  console.log(r, Math.round(performance.now() - s), (cpu.user + cpu.system) / 1000)
  const { profile } = await session.post('Profiler.stop') as any
  const self = new Map<string, number>()
  const byId = new Map(profile.nodes.map((n: any) => [n.id, n]))
  profile.samples.forEach((id: number, i: number) => { const n: any = byId.get(id); const k = `${n.callFrame.functionName} ${n.callFrame.url.split('/').slice(-2).join('/')}:${n.callFrame.lineNumber}`; self.set(k, (self.get(k) ?? 0) + profile.timeDeltas[i]) })
  for (const [k, v] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 40)) console.log((v / 1000).toFixed(0).padStart(6), k)
}, 120000)
