import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import { nameKey } from '../name-key.js'

export type SearchKind = 'track' | 'artist' | 'show' | 'episode'

export interface SearchHit {
  readonly kind: SearchKind
  readonly id: string
}

/** The whole name first, then names that begin so, then names that hold the words; short ones before long ones. The last word may be unfinished. */
export async function searchCatalog(db: Kysely<Database>, query: string, options: { readonly kinds: readonly SearchKind[]; readonly first: number }): Promise<SearchHit[]> {
  const key = nameKey(query.slice(0, 200))
  const terms = key.split(' ').filter((term) => /[\p{L}\p{N}]/u.test(term))
  if (terms.length === 0 || options.kinds.length === 0) return []
  const words = terms.map((term) => `'${term.replaceAll("'", '')}'`).join(' & ') + ':*'
  const tables = { track: ['tracks', 'title_key'], artist: ['artists', 'name_key'], show: ['shows', 'title_key'], episode: ['episodes', 'title_key'] } as const
  const parts = options.kinds.map((kind) => {
    const [table, column] = tables[kind]
    return sql`(select ${sql.lit(kind)} as kind, id, ${sql.ref(column)} as key from ${sql.table(table)}
      where to_tsvector('simple', ${sql.ref(column)}) @@ to_tsquery('simple', ${words}) limit 2000)`
  })
  const { rows } = await sql<SearchHit>`
    select kind, id from (${sql.join(parts, sql` union all `)}) as hits
    order by (key = ${key}) desc, starts_with(key, ${key}) desc, length(key), kind, id limit ${options.first}`.execute(db)
  return rows
}
