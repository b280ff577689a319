import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import { nameKey } from '../../name-key.js'
import type { ArtistDraft, MusicBrainzDrafts } from './musicbrainz-drafts.js'
import { isSpecialPurposeArtist } from './special-purpose.js'

/**
 * Artists who are in the catalogue by name only and are certainly the same: nobody else in the catalogue or among the newcomers has
 * that name, and they share a release title or an ISRC. MBID to id of the artist; whoever is not in it stays apart.
 */
export async function findAdoptions(db: Kysely<Database>, newcomers: readonly ArtistDraft[], drafts: MusicBrainzDrafts): Promise<Map<string, string>> {
  const byKey = Map.groupBy(
    newcomers.filter((artist) => !isSpecialPurposeArtist(artist.mbid, artist.name)),
    (artist) => nameKey(artist.name),
  )
  const keys = [...byKey].filter(([, artists]) => artists.length === 1).map(([key]) => key)
  if (keys.length === 0) return new Map()
  const named = Map.groupBy(await db.selectFrom('artists').select(['id', 'mbid', 'name_key']).where('name_key', 'in', keys).execute(), (row) => row.name_key)
  const candidates = new Map<string, string>()
  for (const [key, rows] of named) {
    const [row] = rows
    const artist = byKey.get(key)?.[0]
    if (rows.length === 1 && row !== undefined && row.mbid === null && artist !== undefined) candidates.set(row.id, artist.mbid)
  }
  if (candidates.size === 0) return new Map()
  const proofs = proofsOf(drafts)
  const rows = await sql<{ artist_id: string; proof: string }>`
    select release_artists.artist_id, 'release ' || releases.title_key as proof from release_artists join releases on releases.id = release_artists.release_id
    where release_artists.artist_id in (${sql.join([...candidates.keys()])})
    union select track_artists.artist_id, 'isrc ' || track_isrcs.isrc from track_artists join track_isrcs on track_isrcs.track_id = track_artists.track_id
    where track_artists.artist_id in (${sql.join([...candidates.keys()])})`.execute(db)
  const adopted = new Map<string, string>()
  for (const { artist_id: id, proof } of rows.rows) {
    const mbid = candidates.get(id)
    if (mbid !== undefined && proofs.has(`${mbid} ${proof}`)) adopted.set(mbid, id)
  }
  return adopted
}

/** Release titles and ISRCs that MusicBrainz credits to artists. */
function proofsOf(drafts: MusicBrainzDrafts): Set<string> {
  const proofs = new Set<string>()
  for (const release of drafts.releases.values()) for (const { artistMbid } of release.credits) proofs.add(`${artistMbid} release ${nameKey(release.title)}`)
  for (const track of drafts.tracks.values())
    for (const { artistMbid } of track.credits) for (const isrc of track.isrcs) proofs.add(`${artistMbid} isrc ${isrc}`)
  return proofs
}
