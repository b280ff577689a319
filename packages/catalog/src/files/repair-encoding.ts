const decoder = new TextDecoder('utf-8', { fatal: true })

/** Byte of each character of windows-1252; the five that it leaves open stand for themselves (WHATWG Encoding, "windows-1252"). */
const bytes = new Map(
  Array.from(new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)), (character, byte) => [character, byte]),
)

/**
 * Undoes UTF-8 that was once read as windows-1252: "hÃ¶rt" is "hört". Nothing else is changed: text that is not wholly such bytes, or
 * whose bytes are no valid UTF-8, stays as it is, and true words are hardly ever valid by accident.
 */
export function repairEncoding(text: string): string {
  if (!/[\u00C2-\u00F4]/.test(text)) return text
  const found: number[] = []
  for (const character of text) {
    const byte = bytes.get(character)
    if (byte === undefined) return text
    found.push(byte)
  }
  try {
    return decoder.decode(Uint8Array.from(found))
  } catch {
    return text
  }
}
