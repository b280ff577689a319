import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import { nameKey } from '../name-key.js'

export type SearchKind = 'track' | 'artist' | 'show' | 'episode'

export interface SearchHit {
  readonly kind: SearchKind
  readonly id: string
}

const tables = { track: ['tracks', 'title_key'], artist: ['artists', 'name_key'], show: ['shows', 'title_key'], episode: ['episodes', 'title_key'] } as const

const LONGEST_QUERY = 200
const MOST_WORDS = 20
/** How many names that hold the words are looked at. */
const MOST_CANDIDATES = 2_000

/** The whole name first, then names that begin so, then names that hold the words; short ones before long ones. The last word may be unfinished. */
export async function searchCatalog(
  db: Kysely<Database>,
  query: string,
  options: { readonly kinds: readonly SearchKind[]; readonly first: number },
): Promise<SearchHit[]> {
  const key = nameKey(query.slice(0, LONGEST_QUERY)).toWellFormed()
  if (key === '' || options.kinds.length === 0 || options.first <= 0) return []
  const terms = key.split(' ').filter((term) => /^[\p{L}\p{N}]+$/u.test(term))
  const words =
    terms.length === 0
      ? null
      : `${terms
          .slice(0, MOST_WORDS)
          .map((term) => `'${term}'`)
          .join(' & ')}:*`
  const parts = [...new Set(options.kinds)].flatMap((kind) => {
    const [table, column] = tables[kind]
    const select = sql`select ${sql.lit(kind)} as kind, id, ${sql.ref(column)} as key from ${sql.table(table)}`
    const whole = sql`(${select} where ${sql.ref(column)} = ${key} limit ${options.first})`
    // The whole name comes through an index of its own, so that many names with the same words cannot hide it.
    return words === null
      ? [whole]
      : [whole, sql`(${select} where to_tsvector('simple', ${sql.ref(column)}) @@ to_tsquery('simple', ${words}) limit ${MOST_CANDIDATES})`]
  })
  const { rows } = await sql<SearchHit>`
    select kind, id from (${sql.join(parts, sql` union `)}) as hits
    order by (key = ${key}) desc, starts_with(key, ${key}) desc, length(key), kind, id limit ${options.first}`.execute(db)
  return rows
}
