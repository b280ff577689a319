import { LARGEST_INTEGER } from '../../files/field-schema.js'

/** itunes:duration in any of its forms (seconds, MM:SS, HH:MM:SS, with fractions) in milliseconds; null: unknown, zero or nonsense. */
export function parseDuration(text: string | number | null | undefined): number | null {
  if (text === null || text === undefined) return null
  const match = /^\s*(?:(?:(\d{1,3}):)?(\d{1,4}):)?(\d{1,8}(?:\.\d+)?)\s*$/.exec(String(text))
  if (match === null) return null
  const milliseconds = Math.round((Number(match[1] ?? 0) * 3_600 + Number(match[2] ?? 0) * 60 + Number(match[3])) * 1_000)
  return milliseconds > 0 && milliseconds <= LARGEST_INTEGER ? milliseconds : null
}
