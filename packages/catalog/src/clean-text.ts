/** Controls, bidirectional marks, zero-width and tag characters: they show nothing, and hide something. */
const invisible = /[\p{Cc}\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu

/** Text of a feed or a catalogue as it may be stored: NFC, nothing invisible, white space folded. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(invisible, '')
    .normalize('NFC')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
}
