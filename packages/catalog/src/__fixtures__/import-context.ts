import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { ImportContext } from '../import-report.js'

/** A context whose clock stands still. */
export function importContext(db: Kysely<Database>): ImportContext {
  return { db, now: () => Date.parse('2026-03-01T12:00:00Z'), signal: new AbortController().signal }
}
