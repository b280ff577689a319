const invisible = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]|(?!\u200d)\p{Cf}|(?<!\p{Extended_Pictographic}\ufe0f?)\u200d|\u200d(?!\p{Extended_Pictographic})/gu
const link = /[a-z][a-z0-9+.-]*:\/\/|\bwww\.|\bmailto:|[a-z0-9-]+\.(?:com|net|org|info|io|dev|fm|co|me|tv|de|fr|uk|eu|us|app|ly|xyz|to)(?![a-z0-9])/iu
const markup = /<\/?[a-z!]|\]\s*\(|&#?\w+;|`/iu

/**
 * A name as it may be said: controls out, white space folded, every other character as the fact has it. `null` where nothing
 * is left, or where it holds a URL or markup that a client could turn into a link: then the narrator speaks without that name.
 */
export function cleanName(name: string): string | null {
  const cleaned = name.replaceAll(/\s+/gu, ' ').replaceAll(invisible, '').replaceAll(/\s+/gu, ' ').trim()
  return cleaned === '' || cleaned.length > 200 || link.test(cleaned) || markup.test(cleaned) ? null : cleaned
}

/** In curly quotation marks; single ones where the title has double ones of its own. */
export function quoteTitle(title: string): string {
  return /[“”]/u.test(title) ? `‘${title}’` : `“${title}”`
}
