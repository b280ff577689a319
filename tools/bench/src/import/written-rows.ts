import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'

/** What an import writes, in an order that foreign keys allow. */
const tables = ['sources', 'artists', 'releases', 'release_artists', 'release_tags', 'tracks', 'track_artists', 'external_ids'] as const

export type WrittenRows = readonly { readonly table: (typeof tables)[number]; readonly rows: readonly Readonly<Record<string, unknown>>[] }[]

export async function readWrittenRows(db: Kysely<Database>): Promise<WrittenRows> {
  const written = []
  for (const table of tables) written.push({ table, rows: (await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db)).rows })
  return written
}

export function countRows(written: WrittenRows): number {
  return written.reduce((sum, { rows }) => sum + rows.length, 0)
}

/** The control: the same rows, which lie ready, a thousand a statement and nothing else. */
export async function insertRaw(db: Kysely<Database>, written: WrittenRows): Promise<void> {
  for (const { table, rows } of written) {
    for (let start = 0; start < rows.length; start += 1_000) {
      await db
        .insertInto(table)
        .values(rows.slice(start, start + 1_000) as never)
        .execute()
    }
  }
}

export async function clear(db: Kysely<Database>): Promise<void> {
  await sql`truncate sources, facts cascade`.execute(db)
  for (const table of tables) await sql`truncate ${sql.table(table)} cascade`.execute(db)
}
