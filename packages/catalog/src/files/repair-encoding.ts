/** What windows-1252 makes of bytes 0x80 to 0x9F; the five that it leaves open stand for themselves (WHATWG Encoding, "windows-1252"). */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'
const bytes = new Map(Array.from(high, (character, index) => [character, 0x80 + index]))
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Undoes UTF-8 that was once read as windows-1252 or Latin-1: "hÃ¶rt" is "hört". Nothing else is changed: text that is not wholly
 * such bytes, or whose bytes are no valid UTF-8, stays as it is, and true words are hardly ever valid by accident.
 */
export function repairEncoding(text: string): string {
  if (!/[\u00C2-\u00F4]/.test(text)) return text
  const found: number[] = []
  for (const character of text) {
    const byte = bytes.get(character) ?? character.charCodeAt(0)
    if (byte > 0xff) return text
    found.push(byte)
  }
  try {
    return decoder.decode(Uint8Array.from(found))
  } catch {
    return text
  }
}
