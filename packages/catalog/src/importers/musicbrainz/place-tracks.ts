import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { entityId } from '../../entity-id.js'
import type { TrackDraft } from './musicbrainz-drafts.js'

export interface PlacedTrack {
  readonly id: string
  /** MBID of the recording, on the one row that bears it. */
  readonly mbid: string | null
  readonly releaseId: string | null
  readonly draft: TrackDraft
}

interface KnownTrack {
  readonly id: string
  readonly release_id: string | null
  readonly disc_number: number | null
  readonly track_number: number | null
}

/**
 * Finds the row of each track. A recording may be on many releases, and each release has all its tracks; the first row of a recording bears
 * its MBID, the others know it as an external id. A recording that was known without its place moves to the first release that has it.
 */
export async function placeTracks(db: Kysely<Database>, tracks: readonly TrackDraft[], releaseIds: ReadonlyMap<string, string>): Promise<PlacedTrack[]> {
  const rows = await db
    .selectFrom('tracks')
    .select(['id', 'mbid', 'release_id', 'disc_number', 'track_number'])
    .where(
      'mbid',
      'in',
      tracks.map((track) => track.recordingMbid),
    )
    .execute()
  const bearers = new Map<string, KnownTrack>(rows.flatMap((row) => (row.mbid === null ? [] : [[row.mbid, row] as const])))
  const placed = new Map<string, PlacedTrack>()
  // Tracks with a place first: a recording without one is any of them.
  for (const draft of tracks.toSorted((a, b) => Number(a.number === null) - Number(b.number === null))) {
    const releaseId = draft.releaseMbid === null ? null : (releaseIds.get(draft.releaseMbid) ?? null)
    const bearer = bearers.get(draft.recordingMbid)
    const isBearer = bearer === undefined || draft.number === null || bearer.release_id === null || isSamePlace(bearer, releaseId, draft)
    const id = isBearer
      ? (bearer?.id ?? entityId('track', 'mbid', draft.recordingMbid))
      : entityId('track', 'musicbrainz', draft.releaseMbid ?? '', String(draft.disc), String(draft.number))
    if (isBearer) {
      bearers.set(draft.recordingMbid, {
        id,
        release_id: bearer?.release_id ?? releaseId,
        disc_number: bearer?.disc_number ?? draft.disc,
        track_number: bearer?.track_number ?? draft.number,
      })
    }
    const before = placed.get(id)
    placed.set(id, {
      id,
      mbid: isBearer ? draft.recordingMbid : null,
      releaseId: before?.releaseId ?? releaseId,
      draft: before === undefined ? draft : complete(before.draft, draft),
    })
  }
  return [...placed.values()]
}

function isSamePlace(bearer: KnownTrack, releaseId: string | null, draft: TrackDraft): boolean {
  if (bearer.release_id !== releaseId) return false
  return bearer.track_number === null || (bearer.disc_number === draft.disc && bearer.track_number === draft.number)
}

function complete(known: TrackDraft, later: TrackDraft): TrackDraft {
  return {
    ...known,
    credits: known.credits.length > 0 ? known.credits : later.credits,
    durationMs: known.durationMs ?? later.durationMs,
    isrcs: [...new Set([...known.isrcs, ...later.isrcs])],
  }
}
