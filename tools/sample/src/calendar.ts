/** Listening is counted in days from here; the ten years end before `lastDay`. */
const epochSeconds = Date.UTC(2016, 10, 1) / 1000

/** Day number of a date, 2016-11-01 being 0. */
export function dayOf(year: number, month: number, day = 1): number {
  return (Date.UTC(year, month - 1, day) / 1000 - epochSeconds) / 86_400
}

/** The last listens are of 2026-10-30. */
export const lastDay = dayOf(2026, 10, 31)

/** Unix seconds of a local minute of a day. */
export function momentOf(day: number, minute: number, utcOffsetHours: number): number {
  return epochSeconds + day * 86_400 + minute * 60 - utcOffsetHours * 3600
}

/** Day number of a moment. */
export function dayOfMoment(seconds: number): number {
  return Math.floor((seconds - epochSeconds) / 86_400)
}
