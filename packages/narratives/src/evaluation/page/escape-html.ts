const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
// Characters that reorder or hide what stands around them.
const invisible = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** Text as text, in elements and in quoted attributes, whoever wrote it. */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(invisible, '\ufffd')
    .replaceAll(/[&<>"']/gu, (character) => entities[character] ?? '')
}
