import { cleanText, parseIsrc, parseMbid } from '@linernotes/catalog'

/** Something is wrong with one field of a row. */
export interface FieldProblem {
  readonly field: string
  readonly message: string
}
export type Checked<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly message: string }

const accept = <Value>(value: Value): Checked<Value> => ({ ok: true, value })
const refuse = (message: string): Checked<never> => ({ ok: false, message })

/** Last.fm was founded in October 2002: nobody recorded listens before. */
const earliest = Date.UTC(2002, 9, 1)
const clockSkewMs = 24 * 60 * 60 * 1000
const longestNameLength = 1000
/** Also what an integer column holds: 24 days. */
const longestMs = 2_147_483_647

/** @param ms milliseconds since 1970 */
export function checkMoment(ms: number, now: number): Checked<number> {
  if (!Number.isFinite(ms)) return refuse('not a time')
  if (ms < earliest) return refuse('before October 2002: not a time at which listens were recorded')
  if (ms > now + clockSkewMs) return refuse(ms / 1000 > now ? 'in the future: expected seconds since 1970, not milli- or nanoseconds' : 'in the future')
  return accept(Math.round(ms))
}

export function checkPlayedMs(value: number | null): Checked<number | null> {
  if (value === null) return accept(null)
  return Number.isFinite(value) && value >= 0 && value <= longestMs ? accept(Math.round(value)) : refuse(`expected 0 to ${longestMs} ms`)
}

/** A name that must be there. */
export function checkName(value: unknown): Checked<string> {
  const name = checkOptionalName(value)
  if (!name.ok) return name
  return name.value === null ? refuse(value === undefined || value === null ? 'missing' : 'empty') : accept(name.value)
}

/** A name that may be missing; blank is missing. */
export function checkOptionalName(value: unknown): Checked<string | null> {
  if (value === undefined || value === null) return accept(null)
  if (typeof value !== 'string') return refuse(`expected text, not ${Array.isArray(value) ? 'a list' : typeof value}`)
  if (value.length > longestNameLength) return refuse(`longer than ${longestNameLength} characters`)
  if (value.includes('\0')) return refuse('contains a NUL character')
  const name = cleanText(value)
  return accept(name === '' ? null : name)
}

/** A MusicBrainz id; null and '' are unknown. */
export function checkMbid(value: unknown): Checked<string | null> {
  if (value === undefined || value === null || value === '') return accept(null)
  const mbid = typeof value === 'string' ? parseMbid(value) : null
  return mbid === null ? refuse('not a MusicBrainz id') : accept(mbid)
}

/** An ISRC; null and '' are unknown. */
export function checkIsrc(value: unknown): Checked<string | null> {
  if (value === undefined || value === null || value === '') return accept(null)
  const isrc = typeof value === 'string' ? parseIsrc(value) : null
  return isrc === null ? refuse('not an ISRC') : accept(isrc)
}

export type Values<Checks extends Record<string, Checked<unknown>>> = { [Name in keyof Checks]: Extract<Checks[Name], { ok: true }>['value'] }

/** All values, or the first problem with the name of its field. */
export function valuesOf<Checks extends Record<string, Checked<unknown>>>(
  checks: Checks,
): { readonly ok: true; readonly value: Values<Checks> } | ({ readonly ok: false } & FieldProblem) {
  const values: Record<string, unknown> = {}
  for (const [field, checked] of Object.entries(checks)) {
    if (!checked.ok) return { ok: false, field, message: checked.message }
    values[field] = checked.value
  }
  // Every name of `checks` has just been given its value.
  return { ok: true, value: values as Values<Checks> }
}
