import type { Listen } from '../listen.js'
import type { FieldProblem } from '../listen-checks.js'
import type { RawRow } from './split-json-array.js'

/** Reads one JSON object of an export: a listen, or what is wrong with it. */
export type RowReader = (row: Readonly<Record<string, unknown>>, now: number) => Listen | FieldProblem

/** A listen, or why there is none; `field` is null where the row is not even an object. */
export function parseRow(raw: RawRow, read: RowReader, now: number): Listen | { readonly field: string | null; readonly message: string } {
  if ('problem' in raw) return { field: null, message: raw.problem }
  if (raw.text.includes('\uFFFD')) return { field: null, message: 'not valid UTF-8' }
  let row: unknown
  try {
    row = JSON.parse(raw.text)
  } catch {
    return { field: null, message: /\b(NaN|Infinity)\b/.test(raw.text) ? 'not JSON: NaN and Infinity are no JSON values' : 'not JSON' }
  }
  return isRecord(row) ? read(row, now) : { field: null, message: 'expected a JSON object' }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
