import { types } from 'pg'

const int8 = 20
const date = 1082
const timestamp = 1114
const numeric = 1700

type Parse = (text: string) => unknown

const parsers = new Map<number, Parse>([
  [int8, Number],
  [numeric, Number],
  // Neither has a time zone: a Date would move them into that of this process.
  [date, String],
  [timestamp, String],
])

/** How a column's text becomes a value, the same for both connections: int8 and numeric are numbers, timestamptz a Date, date and timestamp their text. */
export function columnParser(typeId: number): Parse {
  return parsers.get(typeId) ?? types.getTypeParser(typeId)
}
