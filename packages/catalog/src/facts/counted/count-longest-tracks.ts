import { clock } from '../say-duration.js'
import { completeReleases, literal, rows, type Count } from './counted-fact.js'

interface Row {
  readonly id: string
  readonly title: string
  readonly release_id: string
  readonly release: string
  readonly duration_ms: number
  readonly tracks: number
  readonly source_id: string
}

const FEWEST_TRACKS = 4

/** The longest track of a record, where all tracks are here (their numbers have no gap), all lengths are known, and no two tracks share the longest. */
export const countLongestTracks: Count = async (db) =>
  (
    await rows<Row>(
      db,
      `with complete as (${completeReleases}),
       ranked as (
         select tracks.id, tracks.title, tracks.release_id, releases.title as release, tracks.duration_ms, tracks.source_id,
                count(*) over (partition by tracks.release_id)::int as tracks, count(tracks.duration_ms) over (partition by tracks.release_id)::int as timed,
                rank() over (partition by tracks.release_id order by tracks.duration_ms desc nulls last) as place,
                count(*) over (partition by tracks.release_id, tracks.duration_ms) as sharing
         from tracks join complete using (release_id) join releases on releases.id = tracks.release_id)
       select * from ranked where place = 1 and sharing = 1 and timed = tracks and tracks >= ${FEWEST_TRACKS} order by id`,
    )
  ).map(({ id, title, release_id: releaseId, release, duration_ms: durationMs, tracks, source_id: sourceId }) => ({
    subjectId: id,
    property: 'longest-track',
    values: { title, release, durationMs, of: tracks },
    statement: `At ${clock(durationMs)}, “${title}” is the longest of the ${tracks} tracks of “${release}”.`,
    query: `select title, duration_ms from tracks where release_id = ${literal(releaseId)} order by duration_ms desc`,
    sourceId,
  }))
