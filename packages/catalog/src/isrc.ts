const written = /^(?:ISRC[ :]\s*)?([A-Z]{2})[- ]?([A-Z0-9]{3})[- ]?(\d{2})[- ]?(\d{5})$/i

/** An ISRC (ISO 3901) in its normal form, without "ISRC", hyphens or spaces; null: the text is none. */
export function parseIsrc(text: string): string | null {
  return written.exec(text.trim())?.slice(1).join('').toUpperCase() ?? null
}
