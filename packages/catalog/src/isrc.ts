/** An ISRC (ISO 3901) in its normal form, without hyphens; null: the text is none. */
export function parseIsrc(text: string): string | null {
  const code = text.trim().replaceAll('-', '').toUpperCase()
  return /^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(code) ? code : null
}
