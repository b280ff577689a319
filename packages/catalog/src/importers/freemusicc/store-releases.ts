import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { entityId } from '../../entity-id.js'
import { nameKey } from '../../name-key.js'
import type { ReleaseRow } from './freemusicc-rows.js'
import { isVarious, storeArtistNames } from './store-artists.js'
import { inSlices } from '../in-slices.js'

/** A genre says what a release is; a style says more of it. */
const GENRE_WEIGHT = 1
const STYLE_WEIGHT = 0.8

export function releaseIdOf(id: string): string {
  return entityId('release', 'freemusicc', id)
}

/** Keeps a batch of releases with credits, tags and the id of their page; gives back how many were new. */
export async function storeReleases(db: Kysely<Database>, rows: readonly ReleaseRow[], sourceId: string): Promise<number> {
  if (rows.length === 0) return 0
  const releases = new Map(rows.toReversed().map((row) => [releaseIdOf(row.id), row]))
  const inserted = await db
    .insertInto('releases')
    .values([...releases].map(([id, row]) => ({ id, ...toRelease(row, sourceId) })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  const fresh = inserted.flatMap(({ id }) => {
    const row = releases.get(id)
    return row === undefined ? [] : [{ id, row }]
  })
  if (fresh.length === 0) return 0
  const artistIds = await storeArtistNames(
    db,
    fresh.map(({ row }) => row.artist),
    sourceId,
  )
  await db
    .insertInto('release_artists')
    .values(
      fresh.map(({ id, row }) => ({ release_id: id, position: 0, artist_id: artistIds.get(row.artist) ?? '', credited_name: row.artist, join_phrase: '' })),
    )
    .execute()
  const tags = fresh.flatMap(({ id, row }) => toTags(row).map((tag) => ({ release_id: id, source_id: sourceId, ...tag })))
  await inSlices(tags, (slice) => db.insertInto('release_tags').values(slice).execute())
  await db
    .insertInto('external_ids')
    .values(fresh.map(({ id, row }) => ({ entity_id: id, scheme: 'archive.org', value: row.id, url: row.url })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return inserted.length
}

function toRelease(row: ReleaseRow, sourceId: string) {
  return {
    title: row.album,
    title_key: nameKey(row.album),
    release_date: row.year === null ? null : String(row.year),
    release_year: row.year,
    is_compilation: isVarious(row.artist),
    label: row.label,
    label_key: row.label === null ? null : nameKey(row.label),
    catalog_number: row.catalog,
    url: row.url,
    licence_url: row.licenseurl,
    source_id: sourceId,
  }
}

function toTags(row: ReleaseRow): { readonly tag: string; readonly weight: number }[] {
  const weights = new Map<string, { tag: string; weight: number }>()
  for (const [tags, weight] of [[row.genre, GENRE_WEIGHT] as const, [row.style, STYLE_WEIGHT] as const]) {
    for (const tag of tags) if (!weights.has(tag.toLowerCase())) weights.set(tag.toLowerCase(), { tag, weight })
  }
  return [...weights.values()]
}
