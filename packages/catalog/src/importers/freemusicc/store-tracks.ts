import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { entityId } from '../../entity-id.js'
import { nameKey } from '../../name-key.js'
import type { TrackRow } from './freemusicc-rows.js'
import { releaseIdOf } from './store-releases.js'
import { storeArtistNames } from './store-artists.js'

/** A few places of the data are taken twice; the title tells them apart. */
function trackIdOf(row: TrackRow): string {
  return entityId('track', 'freemusicc', row.id, String(row.disc ?? ''), String(row.track ?? ''), row.title)
}

/** Keeps a batch of tracks with credits; gives back how many were new. */
export async function storeTracks(db: Kysely<Database>, rows: readonly TrackRow[], sourceId: string): Promise<number> {
  if (rows.length === 0) return 0
  const tracks = new Map(rows.toReversed().map((row) => [trackIdOf(row), row]))
  const releaseIds = new Map([...new Set(rows.map((row) => row.id))].map((id) => [id, releaseIdOf(id)]))
  const inserted = await db
    .insertInto('tracks')
    .values(
      [...tracks].map(([id, row]) => ({
        id,
        title: row.title,
        title_key: nameKey(row.title),
        release_id: releaseIds.get(row.id) ?? null,
        disc_number: row.disc,
        track_number: row.track,
        duration_ms: row.duration,
        advisory: 'unknown' as const,
        url: row.trackurl,
        source_id: sourceId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  const credits = inserted.map(({ id }) => ({ id, name: tracks.get(id)?.trackartist ?? '' }))
  if (credits.length === 0) return 0
  const artistIds = await storeArtistNames(
    db,
    credits.map(({ name }) => name),
    sourceId,
  )
  await db
    .insertInto('track_artists')
    .values(credits.map(({ id, name }) => ({ track_id: id, position: 0, artist_id: artistIds.get(name) ?? '', credited_name: name, join_phrase: '' })))
    .execute()
  return inserted.length
}
