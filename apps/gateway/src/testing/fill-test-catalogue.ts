import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Database } from '@linernotes/database'
import { ensureListener, recordListens } from '@linernotes/listening'
import { importFiles } from '@linernotes/serving'
import type { Kysely } from 'kysely'
import { episodesJsonl, releasesCsv, tracksCsv, transcriptVtt } from './test-files.js'

const DAY_MS = 86_400_000

const playedAt = (year: number, day: number): Date => new Date(Date.UTC(year, 0, 1) + day * DAY_MS)

/**
 * A small catalogue through the real importers, and eight listeners with real listens: `ada` plays ambient records and storage episodes
 * and dropped a favourite in 2020; the others share parts of that.
 */
export async function fillTestCatalogue(db: Kysely<Database>, directory: string, now: () => number): Promise<void> {
  const context = { db, now, signal: new AbortController().signal }
  const file = async (name: string, text: string): Promise<string> => {
    await mkdir(directory, { recursive: true })
    await writeFile(path.join(directory, name), text)
    return path.join(directory, name)
  }
  await importFiles(context, 'freemusicc', [await file('releases.csv', releasesCsv), await file('tracks.csv', tracksCsv)], {})
  await importFiles(context, 'jupiter', [await file('rack-talk.jsonl', episodesJsonl)], {})
  await importFiles(context, 'transcript', [await file('rack-talk-1.vtt', transcriptVtt)], { episode: 'rack-talk-1' })
  const tracks = await db.selectFrom('tracks').select(['id', 'title']).orderBy('id').execute()
  const episodes = await db.selectFrom('episodes').select('id').orderBy('guid').execute()
  const idOf = (title: string): string => tracks.find((track) => track.title === title)?.id ?? ''
  for (const [number, externalId] of ['ada', 'ben', 'chloe', 'dora', 'emil', 'finn', 'gus', 'hana'].entries()) {
    const { id } = await ensureListener(db, { externalId, displayName: externalId, timeZone: 'Europe/Berlin', synthetic: true })
    const titles = number < 5 ? ['Slack Water', 'Ebb', 'Haze', 'Last Boat'] : ['Rust', 'Remainder', 'String', 'Haze']
    const music = titles.flatMap((title, place) =>
      Array.from({ length: 6 + place }, (_, play) => ({ itemId: idOf(title), playedAt: playedAt(2024, 10 * place + play + number), playedMs: 190_000 })),
    )
    const dropped = Array.from({ length: 12 }, (_, play) => ({ itemId: idOf('Milestone'), playedAt: playedAt(2020, play), playedMs: 190_000 }))
    const talk = episodes.slice(0, 2).map((episode, place) => ({ itemId: episode.id, playedAt: playedAt(2024, 60 + place), playedMs: 2_500_000 }))
    await recordListens(db, id, [...music, ...(number === 0 ? dropped : []), ...talk], { now })
  }
}
