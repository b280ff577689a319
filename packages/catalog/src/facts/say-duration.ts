/** 8:23, or 1:08:23: a length as players show it. */
export function clock(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000)
  const hours = Math.floor(seconds / 3_600)
  return hours > 0 ? `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}` : `${Math.floor(seconds / 60)}:${two(seconds % 60)}`
}

/** A place in a recording as players show it: the second that has begun. */
export function position(milliseconds: number): string {
  return clock(Math.floor(milliseconds / 1_000) * 1_000)
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
