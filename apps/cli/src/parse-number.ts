import { UsageError } from './failures.js'

/** A whole number within bounds, or wrong usage. */
export function parseCount(option: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (!/^\d{1,9}$/.test(text) || value < least || value > most) throw new UsageError(`${option} expects a whole number from ${least} to ${most}, not ${text}`)
  return value
}

/** A number above zero, or wrong usage. */
export function parsePositive(option: string, text: string): number {
  const value = Number(text)
  if (!/^\d{1,12}(\.\d{1,9})?$/.test(text) || value <= 0) throw new UsageError(`${option} expects a number above 0, not ${text}`)
  return value
}
