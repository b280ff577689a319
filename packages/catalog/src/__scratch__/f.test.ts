import { readdirSync } from 'node:fs'
import { createTestDatabase } from '@linernotes/database/testing'
import { it } from 'vitest'
import { catalogImporters, findTranscriptPassages } from '../index.js'
it('x', async () => {
  await using t = await createTestDatabase()
  const c = { db: t.db, now: Date.now, signal: new AbortController().signal }
  const d = '/work/shared/data/podcasts/changelog/transcripts/'
  const files = readdirSync(d).flatMap((s) => readdirSync(d + s).map((f) => `${d}${s}/${f}`))
  const s0 = performance.now()
  console.log(await catalogImporters.transcript(c, files, {}), performance.now() - s0)
  console.log(await catalogImporters.transcript(c, files, {}), performance.now() - s0)
  const eps = await t.db.selectFrom('episodes').selectAll().execute()
  const size = await t.db.selectFrom('transcript_segments').select(({ fn }) => ['episode_id', fn.sum('position').as('p')]).groupBy('episode_id').execute()
  for (const terms of [['testing', 'types'], ['servers', 'database', 'open source', 'money'], []]) {
    for (let i = 0; i < 4; i++) {
      const s = performance.now(), u = process.cpuUsage()
      const r = await findTranscriptPassages(t.db, eps.slice(0, 5).map((e) => ({ episodeId: e.id, terms })), { limit: 4, spoilerFree: i % 2 === 1 })
      const k = process.cpuUsage(u)
      console.log('5 episodes', (performance.now() - s).toFixed(1), 'cpu', (k.user + k.system) / 1000)
      if (i >= 2) for (const [id, ps] of r) console.log(eps.find((e) => e.id === id)?.title, ps.map((p) => p.statement.replace(/^.*?: «/, '')))
    }
  }
  await catalogImporters.jupiter(c, ['/work/main/data/cc-by-sa-4.0/jupiter/the-launch.jsonl.gz'], {})
  const e = await t.db.selectFrom('episodes').select('id').where('guid', 'not like', '%/%').executeTakeFirstOrThrow()
  console.log(await catalogImporters.transcript(c, ['/work/shared/data/transcripts/narratives-episode.srt'], { episode: e.id }))
  for (const terms of [['Llama', 'podcast'], []]) console.log((await findTranscriptPassages(t.db, [{ episodeId: e.id, terms }], { limit: 8, spoilerFree: false })).get(e.id)?.map((p) => [p.statement, p.values['startMs'], p.values['endMs']]))
}, 120000)
