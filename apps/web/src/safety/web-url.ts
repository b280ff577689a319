/** An address that a link may lead to: http or https, and nothing that runs or reads files. null: it is none, and the text is shown without a link. */
export function webUrl(text: string | null | undefined): string | null {
  if (!text) return null
  const url = URL.parse(text)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null
}
