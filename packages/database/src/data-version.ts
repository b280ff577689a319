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

export async function readDataVersion(db: Kysely<Database>): Promise<DataVersion> {
  return db.selectFrom('data_version').select(['catalog', 'listening']).where('id', '=', 1).executeTakeFirstOrThrow()
}
