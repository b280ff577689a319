import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'

export interface Chapter {
  readonly startMs: number
  readonly endMs: number | null
  readonly title: string | null
  readonly url: string | null
  readonly image: string | null
}
export interface Soundbite {
  readonly startMs: number
  readonly durationMs: number
  readonly title: string | null
}

/** Chapters by episode, in order, in one statement. */
export async function findChapters(db: Kysely<Database>, episodeIds: readonly string[]): Promise<Map<string, Chapter[]>> {
  const found = new Map<string, Chapter[]>()
  if (episodeIds.length === 0) return found
  const rows = await db
    .selectFrom('chapters')
    .selectAll()
    .where('episode_id', 'in', [...new Set(episodeIds)])
    .orderBy('episode_id')
    .orderBy('position')
    .execute()
  for (const row of rows) {
    found.set(row.episode_id, [
      ...(found.get(row.episode_id) ?? []),
      { startMs: row.start_ms, endMs: row.end_ms, title: row.title, url: row.url, image: row.image_url },
    ])
  }
  return found
}

/** Soundbites by episode, in order, in one statement. */
export async function findSoundbites(db: Kysely<Database>, episodeIds: readonly string[]): Promise<Map<string, Soundbite[]>> {
  const found = new Map<string, Soundbite[]>()
  if (episodeIds.length === 0) return found
  const rows = await db
    .selectFrom('soundbites')
    .selectAll()
    .where('episode_id', 'in', [...new Set(episodeIds)])
    .orderBy('episode_id')
    .orderBy('position')
    .execute()
  for (const row of rows)
    found.set(row.episode_id, [...(found.get(row.episode_id) ?? []), { startMs: row.start_ms, durationMs: row.duration_ms, title: row.title }])
  return found
}
