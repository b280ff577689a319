import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { entityId } from '../../entity-id.js'
import { nameKey } from '../../name-key.js'
import type { TrackRow } from './freemusicc-rows.js'
import { releaseIdOf } from './store-releases.js'
import { artistIdOfName, storeArtistNames } from './store-artists.js'

/** A few places of the data are taken twice; the title tells them apart. */
function trackIdOf(row: TrackRow): string {
  return entityId('track', 'freemusicc', row.id, String(row.disc ?? ''), String(row.track ?? ''), row.title)
}

/** Keeps a batch of tracks with credits; gives back how many were new. */
export async function storeTracks(db: Kysely<Database>, rows: readonly TrackRow[], sourceId: string): Promise<number> {
  await storeArtistNames(
    db,
    rows.map((row) => row.trackartist),
    sourceId,
  )
  const inserted = await db
    .insertInto('tracks')
    .values(
      rows.map((row) => ({
        id: trackIdOf(row),
        title: row.title,
        title_key: nameKey(row.title),
        release_id: releaseIdOf(row.id),
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
  const isNew = new Set(inserted.map((row) => row.id))
  const fresh = rows.filter((row) => isNew.delete(trackIdOf(row)))
  if (fresh.length === 0) return 0
  await db
    .insertInto('track_artists')
    .values(
      fresh.map((row) => ({
        track_id: trackIdOf(row),
        position: 0,
        artist_id: artistIdOfName(row.trackartist),
        credited_name: row.trackartist,
        join_phrase: '',
      })),
    )
    .execute()
  return inserted.length
}
