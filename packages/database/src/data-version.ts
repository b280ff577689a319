import { sql, type Kysely } from 'kysely'
import type { Database } from './database.js'

export interface DataVersion {
  readonly catalog: number
  readonly listening: number
}

/** Says that the catalogue or the listening data changed, so that models trained on the old data know. */
export async function bumpDataVersion(db: Kysely<Database>, part: keyof DataVersion): Promise<void> {
  await db
    .updateTable('data_version')
    .set({ [part]: sql`${sql.ref(part)} + 1` })
    .where('id', '=', 1)
    .execute()
}

/** Says that listens were deleted: what was read of the log so far cannot be read again as it was. */
export async function bumpAfterDeletion(db: Kysely<Database>): Promise<void> {
  await db
    .updateTable('data_version')
    .set({ listening: sql`listening + 1`, deleted_after: logPosition })
    .where('id', '=', 1)
    .execute()
}

export async function readDataVersion(db: Kysely<Database>): Promise<DataVersion> {
  return db.selectFrom('data_version').select(['catalog', 'listening']).where('id', '=', 1).executeTakeFirstOrThrow()
}

/** Place of the last row of the log of listens and feedback that is committed, 0 where there never was one. All rows up to it are there to be read. */
const logPosition = sql<number>`(select position from listening_log_end where id = 1)`

/** The version of the data, and how far the log of listens and feedback goes. What is read afterwards up to that place is what there was, whatever is written meanwhile. */
export interface DataState extends DataVersion {
  readonly position: number
}

export async function readDataState(db: Kysely<Database>): Promise<DataState> {
  return db
    .selectFrom('data_version')
    .select(['catalog', 'listening', sql<number>`${logPosition}::float8`.as('position')])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow()
}

/** Whether listens were deleted after the log had been read up to a place. */
export async function wasDeletedSince(db: Kysely<Database>, position: number): Promise<boolean> {
  const { deleted_after: deletedAfter } = await db.selectFrom('data_version').select('deleted_after').where('id', '=', 1).executeTakeFirstOrThrow()
  return deletedAfter !== null && deletedAfter >= position
}
