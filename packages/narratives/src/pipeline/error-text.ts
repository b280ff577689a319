const longest = 2_000

/** What was thrown, for the log. Plugins throw anything, also what cannot be made a text; this never throws. */
export function errorText(error: unknown): string {
  try {
    return String(error).slice(0, longest)
  } catch {
    return 'something that cannot be printed'
  }
}
