import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import type { EvidenceValue } from '../../evidence.js'

/** A fact that the catalogue proves by counting, with the SQL that counts it again. */
export interface CountedFact {
  readonly subjectId: string
  readonly property: string
  readonly values: Readonly<Record<string, EvidenceValue>>
  readonly statement: string
  readonly query: string
  /** Source of the rows that were counted. */
  readonly sourceId: string
}

/** Counts one kind of fact over the whole catalogue. */
export type Count = (db: Kysely<Database>) => Promise<CountedFact[]>

/** A name or number as it stands in SQL that is shown to people. */
export function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

/** Runs the SQL of a count. */
export async function rows<Row>(db: Kysely<Database>, text: string): Promise<Row[]> {
  return (await sql.raw<Row>(text).execute(db)).rows
}

/** Releases of which all tracks are here: their numbers have no gap on any disc. */
export const completeReleases = `select release_id from (
  select release_id, count(*) as tracks, count(distinct track_number) as numbers, max(track_number) as last from tracks group by release_id, disc_number) as discs
  group by release_id having bool_and(tracks = numbers and numbers = last)`
