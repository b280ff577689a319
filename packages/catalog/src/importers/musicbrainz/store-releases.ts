import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import { entityId } from '../../entity-id.js'
import { nameKey } from '../../name-key.js'
import { inSlices } from '../in-slices.js'
import type { ReleaseDraft } from './musicbrainz-drafts.js'
import type { Stored } from './store-artists.js'
import { storeLinks } from './store-links.js'

/** Keeps releases with their credits; what is known already is completed, never emptied. */
export async function storeReleases(
  db: Kysely<Database>,
  releases: readonly ReleaseDraft[],
  artistIds: ReadonlyMap<string, string>,
  sourceId: string,
): Promise<Stored> {
  if (releases.length === 0) return { ids: new Map(), changed: new Set() }
  const known = await db
    .selectFrom('releases')
    .select(['id', 'mbid'])
    .where(
      'mbid',
      'in',
      releases.map((release) => release.mbid),
    )
    .execute()
  const ids = new Map(known.flatMap(({ id, mbid }) => (mbid === null ? [] : [[mbid, id] as const])))
  for (const { mbid } of releases) if (!ids.has(mbid)) ids.set(mbid, entityId('release', 'mbid', mbid))
  const mbids = new Map([...ids].map(([mbid, id]) => [id, mbid]))
  const rows = releases.map((release) => toRow(release, ids.get(release.mbid) ?? '', sourceId))
  const written = await inSlices(rows, (slice) =>
    db
      .insertInto('releases')
      .values(slice)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((excluded) => ({
          ...Object.fromEntries(completed.map((column) => [column, sql`coalesce(${excluded.ref(`excluded.${column}`)}, ${sql.ref(`releases.${column}`)})`])),
          is_compilation: sql<boolean>`excluded.is_compilation or releases.is_compilation`,
        })).where(sql<boolean>`(${sql.join(completed.map((column) => sql.ref(`releases.${column}`)))}, releases.is_compilation) is distinct from
            (${sql.join(completed.map((column) => sql`coalesce(${sql.ref(`excluded.${column}`)}, ${sql.ref(`releases.${column}`)})`))}, excluded.is_compilation or releases.is_compilation)`),
      )
      .returning('id')
      .execute(),
  )
  const credits = releases.flatMap((release) =>
    release.credits.map(({ artistMbid, creditedName, joinPhrase }, position) => ({
      release_id: ids.get(release.mbid) ?? '',
      position,
      artist_id: artistIds.get(artistMbid) ?? '',
      credited_name: creditedName,
      join_phrase: joinPhrase,
    })),
  )
  const credited = await inSlices(credits, (slice) => insertCredits(db, slice))
  const links = await storeLinks(
    db,
    releases.flatMap((release) => release.links.map((link) => ({ entityId: ids.get(release.mbid) ?? '', ...link }))),
  )
  const changed = [...written.map((row) => row.id), ...credited, ...links]
  return { ids, changed: new Set(changed.flatMap((id) => mbids.get(id) ?? [])) }
}

const completed = ['mbid', 'title', 'title_key', 'release_date', 'release_year', 'primary_type', 'label', 'label_key', 'catalog_number', 'gtin'] as const

function toRow(release: ReleaseDraft, id: string, sourceId: string) {
  return {
    id,
    mbid: release.mbid,
    title: release.title,
    title_key: nameKey(release.title),
    release_date: release.releaseDate,
    release_year: release.releaseDate === null ? null : Number(release.releaseDate.slice(0, 4)),
    primary_type: release.primaryType,
    is_compilation: release.isCompilation,
    label: release.label,
    label_key: release.label === null ? null : nameKey(release.label),
    catalog_number: release.catalogNumber,
    gtin: release.gtin,
    source_id: sourceId,
  }
}

async function insertCredits(
  db: Kysely<Database>,
  credits: readonly { release_id: string; position: number; artist_id: string; credited_name: string; join_phrase: string }[],
): Promise<string[]> {
  const written = await db
    .insertInto('release_artists')
    .values(credits)
    .onConflict((conflict) => conflict.doNothing())
    .returning('release_id')
    .execute()
  return written.map((row) => row.release_id)
}
