import type { Evidence } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import { fewListeners } from '@linernotes/listening'
import { sql, type Kysely } from 'kysely'

/** For items that fewer listeners than the k-anonymity floor have played: just that, in one statement for all. Keys are item ids. */
export async function findLittleKnown(db: Kysely<Database>, itemIds: readonly string[]): Promise<Map<string, Evidence>> {
  if (itemIds.length === 0) return new Map()
  const ids = sql.join(itemIds)
  const { rows } = await sql<{ id: string; title: string; listeners: number }>`
    select items.id, items.title, (select count(distinct listener_id) from listens where listens.item_id = items.id)::int as listeners
    from (select id, title from tracks where id in (${ids}) union all select id, title from episodes where id in (${ids})) as items`.execute(db)
  return new Map(
    rows.flatMap(({ listeners, ...item }) => {
      const evidence = fewListeners(item, listeners)
      return evidence === null ? [] : [[item.id, evidence] as const]
    }),
  )
}
