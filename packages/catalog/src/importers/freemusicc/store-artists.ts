import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { entityId } from '../../entity-id.js'
import { nameKey } from '../../name-key.js'

/** "Various Artists": what compilations are credited to. */
export function isVarious(name: string): boolean {
  return /^(various( artists)?|v\.?\s?a\.?)$/i.test(name)
}

/** A name that nobody has. */
export function isSpecialPurpose(name: string): boolean {
  return isVarious(name) || /^(unknown( artist)?|\[unknown\]|no artist|\[no artist\])$/i.test(name)
}

/** Keeps artists who are known by name only, and gives their ids by name: two spellings of one name are one artist. Whoever is there already stays as they are. */
export async function storeArtistNames(db: Kysely<Database>, names: readonly string[], sourceId: string): Promise<ReadonlyMap<string, string>> {
  const artists = [...new Set(names)].map((name) => ({ name, name_key: nameKey(name), is_special_purpose: isSpecialPurpose(name), source_id: sourceId }))
  const ids = new Map(artists.map((artist) => [artist.name, entityId('artist', 'name', artist.name_key)]))
  const rows = new Map(artists.toReversed().map((artist) => [ids.get(artist.name) ?? '', artist]))
  if (rows.size === 0) return ids
  await db
    .insertInto('artists')
    .values([...rows].map(([id, artist]) => ({ id, ...artist })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return ids
}
