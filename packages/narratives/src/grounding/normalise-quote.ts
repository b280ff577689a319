/** Quotations are literal apart from white space, case and the shape of quotation marks, apostrophes and dashes. */
export function normaliseQuote(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’ʼ`´]/gu, "'")
    .replace(/[“”«»„]/gu, '"')
    .replace(/[‐‑–—]/gu, '-')
    .replace(/…/gu, '...')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
}
