const pattern = /^\d+(\.\d+)?(e[+-]?\d{1,3})?$/i

/** A weight above zero that a 32-bit number can hold, or in words why it is none. */
export function parseWeight(text: string): number | string {
  if (/^-\d/.test(text)) return `${quoted(text)} is negative`
  if (!pattern.test(text)) return `${quoted(text)} is not a number`
  const weight = Math.fround(Number(text))
  if (weight === 0) return `${quoted(text)} is zero`
  return Number.isFinite(weight) ? weight : `${quoted(text)} is too large`
}

const quoted = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)
