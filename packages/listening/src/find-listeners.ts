import type { Page, PageRequest } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { toListener, type Listener } from './listener.js'
import { readPage } from './read-page.js'

/** All listeners in the order of their external ids; `nodes[i]` has `cursors[i]`. */
export async function findListeners(db: Kysely<Database>, page: PageRequest): Promise<Page<Listener>> {
  const { total } = await db
    .selectFrom('listeners')
    .select((expression) => expression.fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow()
  let query = db
    .selectFrom('listeners')
    .selectAll()
    .orderBy('external_id')
    .limit(page.first + 1)
  if (page.after !== null) query = query.where('external_id', '>', page.after)
  const rows = await query.execute()
  return readPage(rows.map(toListener), page.first, Number(total), (listener) => listener.externalId)
}
