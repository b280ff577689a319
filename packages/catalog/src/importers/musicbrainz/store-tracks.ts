import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import { nameKey } from '../../name-key.js'
import { inSlices } from '../in-slices.js'
import type { TrackDraft } from './musicbrainz-drafts.js'
import { placeTracks, type PlacedTrack } from './place-tracks.js'
import { storeLinks } from './store-links.js'

/** Keeps tracks with credits and ISRCs; gives back how many there were, and how many of them are new or have changed. */
export async function storeTracks(
  db: Kysely<Database>,
  tracks: readonly TrackDraft[],
  artistIds: ReadonlyMap<string, string>,
  releaseIds: ReadonlyMap<string, string>,
  sourceId: string,
): Promise<{ readonly stored: number; readonly changed: number }> {
  if (tracks.length === 0) return { stored: 0, changed: 0 }
  const placed = await placeTracks(db, tracks, releaseIds)
  const written = await inSlices(
    placed.map((track) => toRow(track, sourceId)),
    (slice) =>
      db
        .insertInto('tracks')
        .values(slice)
        .onConflict((conflict) =>
          conflict
            .column('id')
            .doUpdateSet((excluded) =>
              Object.fromEntries(completed.map((column) => [column, sql`coalesce(${sql.ref(`tracks.${column}`)}, ${excluded.ref(`excluded.${column}`)})`])),
            ).where(sql<boolean>`(${sql.join(completed.map((column) => sql.ref(`tracks.${column}`)))}) is distinct from
            (${sql.join(completed.map((column) => sql`coalesce(${sql.ref(`tracks.${column}`)}, ${sql.ref(`excluded.${column}`)})`))})`),
        )
        .returning('id')
        .execute(),
  )
  const changed = new Set(written.map((row) => row.id))
  const credits = placed.flatMap(({ id, draft }) =>
    draft.credits.map(({ artistMbid, creditedName, joinPhrase }, position) => ({
      track_id: id,
      position,
      artist_id: artistIds.get(artistMbid) ?? '',
      credited_name: creditedName,
      join_phrase: joinPhrase,
    })),
  )
  const isrcs = placed.flatMap(({ id, draft }) => draft.isrcs.map((isrc) => ({ track_id: id, isrc })))
  for (const id of await inSlices(credits, (slice) => insertNew(db, 'track_artists', slice))) changed.add(id)
  for (const id of await inSlices(isrcs, (slice) => insertNew(db, 'track_isrcs', slice))) changed.add(id)
  const links = placed
    .filter((track) => track.mbid === null)
    .map(({ id, draft }) => ({
      entityId: id,
      scheme: 'musicbrainz-recording',
      value: draft.recordingMbid,
      url: `https://musicbrainz.org/recording/${draft.recordingMbid}`,
    }))
  for (const id of await storeLinks(db, links)) changed.add(id)
  return { stored: placed.length, changed: changed.size }
}

/** A track that has its place keeps what it is called there. */
const completed = ['release_id', 'disc_number', 'track_number', 'duration_ms'] as const

function toRow({ id, mbid, releaseId, draft }: PlacedTrack, sourceId: string) {
  return {
    id,
    mbid,
    title: draft.title,
    title_key: nameKey(draft.title),
    release_id: releaseId,
    disc_number: draft.disc,
    track_number: draft.number,
    duration_ms: draft.durationMs,
    advisory: 'unknown' as const,
    source_id: sourceId,
  }
}

async function insertNew<Table extends 'track_artists' | 'track_isrcs'>(
  db: Kysely<Database>,
  table: Table,
  rows: readonly Database[Table][],
): Promise<string[]> {
  const { rows: written } = await sql<{
    track_id: string
  }>`insert into ${sql.table(table)} (${sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)))})
    values ${sql.join(rows.map((row) => sql`(${sql.join(Object.values(row))})`))} on conflict do nothing returning track_id`.execute(db)
  return written.map((row) => row.track_id)
}
