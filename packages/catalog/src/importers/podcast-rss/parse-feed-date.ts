const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Hours east of Greenwich: the zones of RFC 822 and the rest of America, and those that other feeds name. */
const american = { est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7, akst: -9, akdt: -8, hst: -10 }
const others = { bst: 1, cet: 1, west: 1, cest: 2, eet: 2, eest: 3, msk: 3, jst: 9, aest: 10, aedt: 11, nzst: 12, nzdt: 13 }
const zones = new Map(Object.entries({ ...american, ...others }))

const rfc822 =
  /^(?:\p{L}+\.?,?\s*)?(\d{1,2})(?:\s+|-)([a-z]{3})[a-z]*\.?,?(?:\s+|-)(\d{2,4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*([+-]\d{2}:?\d{2}|[a-z]+)?(?:\s*\([^()]*\))?$/iu
const rfc3339 = /^(\d{4})-(\d{2})-(\d{2})(?:(?:t|\s+)(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*([+-]\d{2}:?\d{2}|[a-z]+)?$/i

/** A date of a feed (RFC 822 and its careless forms, RFC 3339); no zone, or one that nobody knows, is UTC (RFC 5322, 4.3). null: it is no date. */
export function parseFeedDate(text: string): Date | null {
  const trimmed = text.trim().slice(0, 100)
  const mail = rfc822.exec(trimmed)
  if (mail !== null) {
    const [, day, month, year, hour, minute, second, zone] = mail
    return toDate(fullYear(year ?? ''), months.indexOf((month ?? '').toLowerCase()), Number(day), [hour, minute, second], zone)
  }
  const [, year, month, day, hour, minute, second, zone] = rfc3339.exec(trimmed) ?? []
  return year === undefined ? null : toDate(Number(year), Number(month) - 1, Number(day), [hour, minute, second], zone)
}

/** RFC 5322, 4.3. */
function fullYear(text: string): number {
  const year = Number(text)
  if (text.length === 2) return year < 50 ? year + 2_000 : year + 1_900
  return text.length === 3 ? year + 1_900 : year
}

function toDate(year: number, month: number, day: number, time: readonly (string | undefined)[], zone: string | undefined): Date | null {
  const [hour = 0, minute = 0, second = 0] = time.map((part) => Number(part ?? 0))
  const local = new Date(Date.UTC(year, month, day, hour, minute, Math.min(second, 59)))
  const isReal = month >= 0 && local.getUTCMonth() === month && local.getUTCDate() === day && hour < 24 && minute < 60 && second < 61
  return isReal && year >= 1_900 && year <= 2_200 ? new Date(local.getTime() - offsetMinutes(zone) * 60_000) : null
}

function offsetMinutes(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '') ?? []
  if (sign !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  return (zones.get((zone ?? '').toLowerCase()) ?? 0) * 60
}
