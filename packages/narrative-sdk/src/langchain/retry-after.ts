/** Milliseconds to wait according to a Retry-After header (RFC 9110, 10.2.3: seconds or an HTTP date); null where it says nothing. */
export function retryAfterMs(header: string | null | undefined, now: () => number): number | null {
  const value = header?.trim() ?? ''
  if (/^\d+(?:\.\d+)?$/u.test(value)) return Math.round(Number(value) * 1000)
  const date = /[a-z]/iu.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? null : Math.max(0, date - now())
}
