/** UTF-8 that somebody took for Latin-1 and encoded again: "La BoÃ®te" for "La Boîte". */
const doublyEncoded = /[\u00C2-\u00F4][\u0080-\u00BF]/

/** Undoes a double encoding where that is certain: every character is one byte of Latin-1, and the bytes are valid UTF-8. */
export function repairEncoding(text: string): string {
  if (!doublyEncoded.test(text) || /[^\u0000-\u00FF]/.test(text)) return text
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'))
  } catch {
    return text
  }
}
