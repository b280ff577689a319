/** The text of an XML document: in the encoding that its byte order mark names, else its declaration, else UTF-8 (XML 1.0, appendix F); null: the encoding is not known. */
export function decodeXml(bytes: Uint8Array): string | null {
  const encoding = markedEncoding(bytes) ?? declaredEncoding(bytes) ?? 'utf-8'
  try {
    return new TextDecoder(encoding).decode(bytes)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** A byte order mark, or the shape of `<` in UTF-16 without one. */
function markedEncoding([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  return null
}

/** What could be read so far is no UTF-16, whatever the declaration says. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 300))
  const encoding = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1]
  return encoding === undefined || /^(utf-?16|ucs)/i.test(encoding) ? null : encoding
}
