import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { entityId } from '../../entity-id.js'
import { nameKey } from '../../name-key.js'

/** The id of an artist who is known by name only: two spellings of one name are one artist. */
export function artistIdOfName(name: string): string {
  return entityId('artist', 'name', nameKey(name))
}

/** Marks compilations; nobody is called so. */
export function isSpecialPurpose(name: string): boolean {
  return /^(various( artists)?|v\.?\s?a\.?|unknown( artist)?|\[unknown\]|no artist|\[no artist\])$/i.test(name)
}

/** Keeps artists who are known by name; whoever is there already stays as they are. */
export async function storeArtistNames(db: Kysely<Database>, names: readonly string[], sourceId: string): Promise<void> {
  const rows = new Map(
    names.map((name) => [
      artistIdOfName(name),
      { id: artistIdOfName(name), name, name_key: nameKey(name), is_special_purpose: isSpecialPurpose(name), source_id: sourceId },
    ]),
  )
  if (rows.size === 0) return
  await db
    .insertInto('artists')
    .values([...rows.values()])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
