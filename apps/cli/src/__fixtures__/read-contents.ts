import type { DatabaseHandle } from '@linernotes/database'
import { sql } from 'kysely'

const tables = ['sources', 'artists', 'releases', 'tracks', 'release_artists', 'track_artists', 'release_tags', 'external_ids'] as const

/** One hash for each table of the catalogue: equal where the rows are, in whatever order they came. Counted facts without the moment of counting. */
export async function readContents({ db }: DatabaseHandle): Promise<Readonly<Record<string, string>>> {
  const contents: Record<string, string> = {}
  for (const table of tables) {
    const { rows } = await sql<{ hash: string }>`select count(*) || ' ' || md5(string_agg(row::text, '|' order by row::text)) as hash from ${sql.table(table)} row`.execute(db)
    contents[table] = rows[0]?.hash ?? ''
  }
  const { rows } = await sql<{ hash: string }>`select count(*) || ' ' || md5(string_agg(id, '|' order by id)) as hash from facts`.execute(db)
  return { ...contents, facts: rows[0]?.hash ?? '' }
}

export async function countTracks({ db }: DatabaseHandle): Promise<number> {
  return (await sql<{ n: number }>`select count(*)::int as n from tracks`.execute(db)).rows[0]?.n ?? 0
}
