import { completeReleases, literal, rows, type Count } from './counted-fact.js'

interface Row {
  readonly id: string
  readonly title: string
  readonly artists: number
  readonly source_id: string
}

const FEWEST_ARTISTS = 3

/** Compilations of so many artists, where all tracks are here and each names its artist. */
export const countCompilations: Count = async (db) =>
  (
    await rows<Row>(
      db,
      `select releases.id, releases.title, releases.source_id, count(distinct track_artists.artist_id)::int as artists
       from releases join tracks on tracks.release_id = releases.id join track_artists on track_artists.track_id = tracks.id
       join artists on artists.id = track_artists.artist_id
       where releases.is_compilation and releases.id in (${completeReleases})
       group by releases.id having count(distinct track_artists.artist_id) >= ${FEWEST_ARTISTS} and not bool_or(artists.is_special_purpose) order by releases.id`,
    )
  ).map(({ id, title, artists, source_id: sourceId }) => ({
    subjectId: id,
    property: 'compilation',
    values: { release: title, artists },
    statement: `“${title}” is a compilation of ${artists} artists.`,
    query: `select count(distinct artist_id)::int as artists from track_artists join tracks on tracks.id = track_artists.track_id where tracks.release_id = ${literal(id)}`,
    sourceId,
  }))
