import type { ColumnType } from 'kysely'

/** A timestamptz: read as a Date, written as a Date or an RFC 3339 string. */
export type Timestamp = ColumnType<Date, Date | string, Date | string>
/** A jsonb: read parsed, written with JSON.stringify (drivers disagree about arrays). */
export type Json<T> = ColumnType<T, string, string>
/** A partial date as MusicBrainz writes it: 1997, 1997-05 or 1997-05-12. */
export type PartialDate = string
