export type { Json, PartialDate, Timestamp } from './column.js'
export type { Database } from './database.js'
export type { EnclosureColumn, PersonColumn } from './podcast.tables.js'
