import { nameKey } from '../../name-key.js'
import { literal, rows, type Count } from './counted-fact.js'

interface Row {
  readonly id: string
  readonly title: string
  readonly title_key: string
  readonly artist_id: string
  readonly artist: string
  readonly source_id: string
}

/** "Mondeo (msc Remix)": a title, and in brackets at its end whose remix it is. */
const remixTitle = /^(.*\S)\s*[([]([^()[\]]*\b(?:remix|rmx)\b[^()[\]]*)[)\]]$/i

/** Remixes of tracks that are in the catalogue, too: the same artist, the title without what is in brackets. */
export const countRemixes: Count = async (db) => {
  const tracks = await rows<Row>(
    db,
    `select tracks.id, tracks.title, tracks.title_key, track_artists.artist_id, artists.name as artist, tracks.source_id
     from tracks join track_artists on track_artists.track_id = tracks.id and track_artists.position = 0
     join artists on artists.id = track_artists.artist_id and not artists.is_special_purpose`,
  )
  const originals = new Map(tracks.filter((track) => !remixTitle.test(track.title)).map((track) => [`${track.artist_id} ${track.title_key}`, track]))
  return tracks.flatMap((track) => {
    const base = remixTitle.exec(track.title)?.[1]
    const original = base === undefined ? undefined : originals.get(`${track.artist_id} ${nameKey(base)}`)
    if (original === undefined) return []
    return {
      subjectId: track.id,
      property: 'remix-of',
      values: { title: track.title, original: original.title, originalArtist: original.artist },
      statement: `“${track.title}” is a remix of “${original.title}” by ${original.artist}, which is in this catalogue, too.`,
      query: `select id, title from tracks where id in (${literal(track.id)}, ${literal(original.id)})`,
      sourceId: track.source_id,
    }
  })
}
