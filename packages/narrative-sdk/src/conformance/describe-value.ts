const longest = 200

/** What a plugin gave or threw, in a few words for a message: `the string "boom"`, `TypeError: fetch failed`. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (value instanceof Error) return shorten(`${value.constructor.name}: ${value.message}`)
  if (typeof value === 'string') return `the string ${shorten(JSON.stringify(value))}`
  if (typeof value === 'function') return 'a function'
  if (typeof value !== 'object') return `the ${typeof value} ${String(value)}`
  if (isThenable(value)) return 'a promise'
  if (Array.isArray(value)) return `an array of ${value.length}`
  return shorten(asJson(value))
}

export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function'
}

/** Circles and getters that throw are a plugin's, too. */
function asJson(value: object): string {
  try {
    return JSON.stringify(value) ?? 'an object'
  } catch {
    return 'an object that is no JSON'
  }
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ')
  return line.length > longest ? `${line.slice(0, longest)}…` : line
}
