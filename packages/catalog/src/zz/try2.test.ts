import { readdirSync } from 'node:fs'
import { createTestDatabase } from '@linernotes/database/testing'
import { it } from 'vitest'
import { importJupiter } from '../importers/jupiter/import-jupiter.js'
import { importTranscript } from '../importers/transcripts/import-transcript.js'
it('x', async () => {
  await using t = await createTestDatabase()
  const c = { db: t.db, now: Date.now, signal: new AbortController().signal }
  const jup = readdirSync('data/cc-by-sa-4.0/jupiter').filter((f) => f.endsWith('gz')).map((f) => 'data/cc-by-sa-4.0/jupiter/' + f)
  const logs = readdirSync('data/cc-by-sa-4.0/changelog/transcripts', { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('md')).map((f) => 'data/cc-by-sa-4.0/changelog/transcripts/' + f)
  for (let i = 0; i < 2; i++) {
    let s = performance.now()
    const r = await importJupiter(c, jup, {})
    console.log(JSON.stringify({ ...r, problems: r.problems.slice(0, 5) }), performance.now() - s)
    s = performance.now()
    const r2 = await importTranscript(c, logs, {})
    console.log(JSON.stringify({ ...r2, problems: r2.problems.slice(0, 5) }), performance.now() - s)
    const e = await t.db.selectFrom('episodes').select(['id', 'title', 'description']).where('title', 'like', 'The Changelog%').execute()
    console.log(e)
    for (const f of ['srt', 'vtt', 'json']) {
      const r3 = await importTranscript(c, ['data/cc0-1.0/namespace/transcripts/example.' + f], { episode: e[0]!.id })
      console.log(JSON.stringify(r3))
      console.log(await t.db.selectFrom('transcript_segments').select(['start_ms', 'end_ms', 'speaker', 'text']).where('episode_id', '=', e[0]!.id).orderBy('position').limit(3).execute())
    }
  }
  console.log((await t.db.selectFrom('transcript_segments').select(['start_ms', 'end_ms', 'speaker', 'text']).orderBy('episode_id').orderBy('position').limit(12).execute()).map((x) => x.start_ms + x.speaker + ': ' + x.text.slice(0, 100)))
}, 120000)
