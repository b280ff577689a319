import { bumpAfterDeletion, type Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'

/** Which plays; all that is given must hold. */
export interface ListenCriteria {
  readonly itemIds?: readonly string[] | null
  /** From this moment on. */
  readonly from?: Date | null
  /** Before this moment. */
  readonly to?: Date | null
}

/** Forgets plays of a listener for good, and returns how many. It counts at once. Criteria that say nothing mean the whole history. */
export async function deleteListens(db: Kysely<Database>, listenerId: string, { itemIds, from, to }: ListenCriteria): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('listens')
    .where('listener_id', '=', listenerId)
    .$if(itemIds != null, (query) => query.where('item_id', 'in', sql<string>`(select json_array_elements_text(${JSON.stringify(itemIds)}::json))`))
    .$if(from != null, (query) => query.where('played_at', '>=', from as Date))
    .$if(to != null, (query) => query.where('played_at', '<', to as Date))
    .executeTakeFirst()
  if (numDeletedRows > 0n) await bumpAfterDeletion(db)
  return Number(numDeletedRows)
}
