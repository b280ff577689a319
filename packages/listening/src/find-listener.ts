import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { toListener, type Listener } from './listener.js'

/** By our id or by the client's own; null where there is no such listener. */
export async function findListener(db: Kysely<Database>, by: { readonly id: string } | { readonly externalId: string }): Promise<Listener | null> {
  const query = db.selectFrom('listeners').selectAll()
  const row = await ('id' in by ? query.where('id', '=', by.id) : query.where('external_id', '=', by.externalId)).executeTakeFirst()
  return row === undefined ? null : toListener(row)
}

/** Listeners by our ids, in one statement. */
export async function findListenersById(db: Kysely<Database>, ids: readonly string[]): Promise<Listener[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('listeners')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return rows.map(toListener)
}
