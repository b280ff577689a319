import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { inSlices } from '../in-slices.js'

export interface Link {
  readonly entityId: string
  readonly scheme: string
  readonly value: string
  readonly url: string | null
}

/** Keeps ids of other systems; gives back which entities have new ones. */
export async function storeLinks(db: Kysely<Database>, links: readonly Link[]): Promise<string[]> {
  const written = await inSlices(links, (slice) =>
    db
      .insertInto('external_ids')
      .values(slice.map(({ entityId, scheme, value, url }) => ({ entity_id: entityId, scheme, value, url })))
      .onConflict((conflict) => conflict.doNothing())
      .returning('entity_id')
      .execute(),
  )
  return written.map((row) => row.entity_id)
}
