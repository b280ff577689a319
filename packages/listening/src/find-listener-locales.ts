import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'

/** Locales (BCP 47) of listeners by our id, in one statement. */
export async function findListenerLocales(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('listeners')
    .select(['id', 'locale'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row.locale]))
}
