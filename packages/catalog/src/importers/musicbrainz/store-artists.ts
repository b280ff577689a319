import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import { entityId } from '../../entity-id.js'
import { nameKey } from '../../name-key.js'
import { findAdoptions } from './find-adoptions.js'
import type { ArtistDraft, MusicBrainzDrafts } from './musicbrainz-drafts.js'
import { isSpecialPurposeArtist } from './special-purpose.js'
import { inSlices } from '../in-slices.js'
import { storeFacts } from './store-facts.js'
import { storeLinks } from './store-links.js'

export interface Stored {
  /** Id by MBID. */
  readonly ids: ReadonlyMap<string, string>
  /** MBIDs of what is new or has changed. */
  readonly changed: ReadonlySet<string>
}

/** Keeps artists with their facts; what is known already is completed, never emptied. */
export async function storeArtists(db: Kysely<Database>, drafts: MusicBrainzDrafts, sourceId: string, now: Date): Promise<Stored> {
  const artists = [...drafts.artists.values()]
  if (artists.length === 0) return { ids: new Map(), changed: new Set() }
  const ids = await findArtistIds(db, [...drafts.artists.keys()])
  const adopted = await findAdoptions(
    db,
    artists.filter((artist) => !ids.has(artist.mbid)),
    drafts,
  )
  for (const { mbid } of artists) ids.set(mbid, ids.get(mbid) ?? adopted.get(mbid) ?? entityId('artist', 'mbid', mbid))
  const mbids = new Map([...ids].map(([mbid, id]) => [id, mbid]))
  const rowsOf = (isWhole: boolean) =>
    artists.filter((artist) => artist.isWhole === isWhole).map((artist) => toRow(artist, ids.get(artist.mbid) ?? '', sourceId))
  const written = [
    ...(await inSlices(rowsOf(true), async (slice) => await upsertArtists(db, slice, ['excluded', 'artists']))),
    ...(await inSlices(rowsOf(false), async (slice) => await upsertArtists(db, slice, ['artists', 'excluded']))),
  ]
  const facts = await storeFacts(db, artists, ids, sourceId, now)
  const links = await storeLinks(
    db,
    artists.flatMap((artist) => artist.links.map((link) => ({ entityId: ids.get(artist.mbid) ?? '', ...link }))),
  )
  const changed = [...written.map((row) => row.id), ...facts, ...links]
  return { ids, changed: new Set(changed.flatMap((id) => mbids.get(id) ?? [])) }
}

const completed = ['mbid', 'name', 'name_key', 'sort_name', 'disambiguation', 'kind', 'country', 'begin_date', 'end_date'] as const

/** Of two values that are known, that of the first side stands: an artist's own entry corrects what is known, a mention only adds to it. */
async function upsertArtists(
  db: Kysely<Database>,
  rows: readonly ReturnType<typeof toRow>[],
  [first, second]: readonly [string, string],
): Promise<{ readonly id: string }[]> {
  const values = completed.map((column) => sql`coalesce(${sql.ref(`${first}.${column}`)}, ${sql.ref(`${second}.${column}`)})`)
  return await db
    .insertInto('artists')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(Object.fromEntries(completed.map((column, index) => [column, values[index]])))
        .where(sql<boolean>`(${sql.join(completed.map((column) => sql.ref(`artists.${column}`)))}) is distinct from (${sql.join(values)})`),
    )
    .returning('id')
    .execute()
}

function toRow(artist: ArtistDraft, id: string, sourceId: string) {
  return {
    id,
    mbid: artist.mbid,
    name: artist.name,
    name_key: nameKey(artist.name),
    sort_name: artist.sortName,
    disambiguation: artist.disambiguation,
    kind: artist.kind,
    country: artist.country,
    begin_date: artist.beginDate,
    end_date: artist.endDate,
    is_special_purpose: isSpecialPurposeArtist(artist.mbid, artist.name),
    source_id: sourceId,
  }
}

async function findArtistIds(db: Kysely<Database>, mbids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.selectFrom('artists').select(['id', 'mbid']).where('mbid', 'in', mbids).execute()
  return new Map(rows.flatMap(({ id, mbid }) => (mbid === null ? [] : [[mbid, id]])))
}
