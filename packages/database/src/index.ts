// One PostgreSQL for everything: PGlite embedded, a server through pg; the Database interface, its migrations and its connections.
export type { Json, PartialDate, Timestamp } from './column.js'
export { DatabaseError, type DatabaseErrorCode } from './database-error.js'
export type { Database } from './database.js'
export { bumpAfterDeletion, bumpDataVersion, readDataState, readDataVersion, wasDeletedSince, type DataState, type DataVersion } from './data-version.js'
export { makeDirectory } from './make-directory.js'
export { migrateDownAll, migrateToLatest } from './migrate.js'
export { openDatabase, type DatabaseHandle, type OpenDatabaseOptions } from './open-database.js'
export type { EnclosureColumn, PersonColumn } from './podcast.tables.js'
