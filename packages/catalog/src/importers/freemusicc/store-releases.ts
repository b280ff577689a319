import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { entityId } from '../../entity-id.js'
import { nameKey } from '../../name-key.js'
import type { ReleaseRow } from './freemusicc-rows.js'
import { artistIdOfName, isSpecialPurpose, storeArtistNames } from './store-artists.js'

/** A genre says what a release is; a style says more of it. */
const GENRE_WEIGHT = 1
const STYLE_WEIGHT = 0.8

export function releaseIdOf(id: string): string {
  return entityId('release', 'freemusicc', id)
}

/** Keeps a batch of releases with credits, tags and the id of their page; gives back how many were new. */
export async function storeReleases(db: Kysely<Database>, rows: readonly ReleaseRow[], sourceId: string): Promise<number> {
  await storeArtistNames(
    db,
    rows.map((row) => row.artist),
    sourceId,
  )
  const inserted = await db
    .insertInto('releases')
    .values(rows.map((row) => toRelease(row, sourceId)))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  const isNew = new Set(inserted.map((row) => row.id))
  const fresh = rows.filter((row) => isNew.delete(releaseIdOf(row.id)))
  if (fresh.length === 0) return 0
  await db
    .insertInto('release_artists')
    .values(
      fresh.map((row) => ({ release_id: releaseIdOf(row.id), position: 0, artist_id: artistIdOfName(row.artist), credited_name: row.artist, join_phrase: '' })),
    )
    .execute()
  const tags = fresh.flatMap((row) => toTags(row, sourceId))
  if (tags.length > 0) await db.insertInto('release_tags').values(tags).execute()
  await db
    .insertInto('external_ids')
    .values(fresh.map((row) => ({ entity_id: releaseIdOf(row.id), scheme: 'archive.org', value: row.id, url: row.url })))
    .execute()
  return inserted.length
}

function toRelease(row: ReleaseRow, sourceId: string) {
  return {
    id: releaseIdOf(row.id),
    title: row.album,
    title_key: nameKey(row.album),
    release_date: row.year === null ? null : String(row.year),
    release_year: row.year,
    is_compilation: isSpecialPurpose(row.artist),
    label: row.label,
    label_key: row.label === null ? null : nameKey(row.label),
    catalog_number: row.catalog,
    url: row.url,
    licence_url: row.licenseurl,
    source_id: sourceId,
  }
}

function toTags(row: ReleaseRow, sourceId: string) {
  const weights = new Map<string, { tag: string; weight: number }>()
  for (const [tags, weight] of [[row.genre, GENRE_WEIGHT] as const, [row.style, STYLE_WEIGHT] as const]) {
    for (const tag of tags) if (!weights.has(tag.toLowerCase())) weights.set(tag.toLowerCase(), { tag, weight })
  }
  return [...weights.values()].map(({ tag, weight }) => ({ release_id: releaseIdOf(row.id), tag, weight, source_id: sourceId }))
}
