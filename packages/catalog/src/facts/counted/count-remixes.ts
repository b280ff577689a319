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
/** "(Remix Stems)" are parts for one, "(Not a Remix)" says what it is. */
const noRemix = /\b(?:not|no|stems?|parts|kit|pack|contest|competition|challenge|original|medley)\b/i

/** Remixes of tracks that are in the catalogue, too: the same artist, the title without what is in brackets. */
export const countRemixes: Count = async (db) => {
  const tracks = await rows<Row>(
    db,
    `select tracks.id, tracks.title, tracks.title_key, track_artists.artist_id, artists.name as artist, tracks.source_id
     from tracks join track_artists on track_artists.track_id = tracks.id and track_artists.position = 0
     join artists on artists.id = track_artists.artist_id and not artists.is_special_purpose
     where tracks.title <> '[untitled]' order by tracks.id desc`,
  )
  // Of several originals the one with the lowest id, so that counting again finds the same.
  const originals = new Map(tracks.filter(({ title }) => !/\b(?:remix|rmx)\b/i.test(title)).map((track) => [`${track.artist_id} ${track.title_key}`, track]))
  return tracks.flatMap((track) => {
    const [, base, version = ''] = remixTitle.exec(track.title) ?? []
    const original = base === undefined || noRemix.test(version) ? undefined : originals.get(`${track.artist_id} ${nameKey(base)}`)
    if (original === undefined) return []
    return {
      subjectId: track.id,
      property: 'remix-of',
      values: { title: track.title, original: original.title, originalArtist: original.artist },
      statement: `“${track.title}” is a remix of “${original.title}” by ${original.artist}, which is in this catalogue, too.`,
      query: `select tracks.id, tracks.title, artists.name as artist from tracks join track_artists on track_artists.track_id = tracks.id join artists on artists.id = track_artists.artist_id where tracks.id in (${literal(track.id)}, ${literal(original.id)})`,
      sourceId: track.source_id,
    }
  })
}
