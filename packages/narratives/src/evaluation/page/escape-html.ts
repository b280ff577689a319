const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
// Characters that reorder or hide what stands around them.
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu

/** Text as text, in elements and in quoted attributes, whoever wrote it. */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(invisible, '\ufffd')
    .replaceAll(/[&<>"']/gu, (character) => entities[character] ?? '')
}
