import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { openDatabase } from '@linernotes/database'
import { ensureListener, recordListens } from '@linernotes/listening'
import { importFiles } from '@linernotes/serving'
import { sql } from 'kysely'
import { root, type DataDirectory } from './cli.js'

const now = (): number => Date.UTC(2026, 0, 1)

/** The music of the sample, a title that means harm, and six demo listeners who each play a few artists of it. */
export async function fillForEvaluation(directory: DataDirectory): Promise<void> {
  await using database = await openDatabase({ dataDirectory: directory.path, mode: 'own' })
  const { db } = database
  const files = ['releases.csv.gz', 'tracks.csv.gz'].map((name) => path.join(root, 'data/cc-by-sa-4.0/freemusicc', name))
  await importFiles({ db, now, signal: new AbortController().signal }, 'freemusicc', files, {})
  const { rows } = await sql<{ id: string; artist: string }>`
    select id, artist from (select t.id, a.artist_id as artist, row_number() over (partition by a.artist_id order by t.id) as place,
      count(*) over (partition by a.artist_id) as tracks from tracks t join track_artists a on a.track_id = t.id) own
    where tracks between 12 and 20 and place <= 6 order by artist, id limit 216`.execute(db)
  const artists = [...Map.groupBy(rows, ({ artist }) => artist).values()]
  for (const [number, externalId] of ['ada', 'ben', 'chloe', 'dora', 'emil', 'finn'].entries()) {
    const { id } = await ensureListener(db, { externalId, displayName: externalId, timeZone: null, synthetic: true })
    const plays = artists.slice(number * 4, number * 4 + 8).flatMap((tracks, artist) =>
      tracks.flatMap((track, place) =>
        Array.from({ length: 4 + artist + number }, (_, play) => ({ itemId: track.id, playedAt: new Date(Date.UTC(2024 + (artist % 2), number, 1 + play, place)), playedMs: 200_000 })),
      ),
    )
    await recordListens(db, id, plays, { now })
  }
  const { id } = await ensureListener(db, { externalId: 'newcomer', displayName: null, timeZone: null, synthetic: true })
  await sql`update listeners set display_name = 'No history' where id = ${id}`.execute(db)
  await sql`update tracks set title = '<script>alert(1)</script>' || title where id not in (select item_id from listens where item_id is not null)`.execute(db)
}

/**
 * A configuration with the house narrator and a plugin that is written here: every third text is a lie, and it judges by length. The slow one leaves a file
 * `under-way` when it has been asked so often that its first list of ten must be done.
 */
export async function writeConfig(directory: DataDirectory): Promise<string> {
  const file = path.join(directory.path, 'evaluation.config.ts')
  const house = pathToFileURL(path.join(root, 'plugins/house-narrator/dist/index.js')).href
  await writeFile(
    file,
    `import { writeFileSync } from 'node:fs'
const usage = { inputTokens: 7, outputTokens: 3, cachedInputTokens: null, costMicroUsd: 2 }
const capabilities = { kinds: ['track', 'episode'], styles: ['blurb'], languages: ['en'], streaming: true, structuredOutput: false, seed: false, maxInputTokens: null,
  locality: 'on-device', realisation: 'model', promptVersion: 'pen-1', maxConcurrency: 4 }
let calls = 0
const pen = (key, delay) => ({ contract: 'narrative/v1', key, displayName: key, version: '1.0.0',
  config: { '~standard': { version: 1, vendor: 'test', validate: () => ({ value: {} }) } },
  create: async () => ({ capabilities,
    async *narrate(request, { signal }) {
      yield { type: 'narrative-start', model: key + '-1', warnings: [] }
      await new Promise((resolve, reject) => { setTimeout(resolve, delay); signal.addEventListener('abort', () => reject(signal.reason)) })
      const fact = request.facts[1] ?? request.facts[0]
      calls += 1
      if (key === 'slow' && calls === 25) writeFileSync(${JSON.stringify(path.join(directory.path, 'under-way'))}, '')
      const lies = calls % 3 === 0
      yield { type: 'text-delta', text: lies ? 'Elvis Presley recorded it in 1999.' : fact.statement }
      yield { type: 'sentence-end', factIds: [fact.id] }
      yield { type: 'narrative-end', finish: 'complete', usage }
    },
    health: async () => ({ state: 'up', detail: null }),
    judge: async ({ text }) => ({ score: text.length > 200 ? null : Math.min(5, 1 + Math.floor(text.length / 30)), model: 'ruler' }),
    [Symbol.asyncDispose]: async () => {} }) })
export default () => ({
  providers: [() => import(${JSON.stringify(house)}), async () => ({ default: pen('pen', 1) }), async () => ({ default: pen('slow', 200) })],
  narratives: {}, order: { track: ['house-narrator'], episode: ['house-narrator'] } })
`,
  )
  return file
}
