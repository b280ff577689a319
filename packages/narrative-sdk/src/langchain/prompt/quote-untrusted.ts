// Invisible characters that reorder or hide text, and control characters.
const invisible = /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\u{e0000}-\u{e007f}]/gu
// What chat templates use to mark turns: a title must not open one.
const turnMarker = /<(?=[|/]?(?:\||s>|s\b|<sys|im_|start_of|end_of|bos|eos|system|user|assistant))/giu
const instructionMarker = /\[(\/?inst)\]/giu

/** Makes one line of untrusted text harmless and short: JSON-encoded, without invisible characters or turn markers. `limit` is in characters. */
export function quoteUntrusted(text: string, limit: number): string {
  const line = text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(invisible, '')
    .replaceAll(turnMarker, '< ')
    .replaceAll(instructionMarker, '($1)')
    .trim()
  const characters = Array.from(line)
  return JSON.stringify(characters.length <= limit ? line : `${characters.slice(0, limit - 1).join('')}…`)
}
