/** A MusicBrainz id in its normal form; null: the text is none, or the nil UUID, which stands for none. */
export function parseMbid(text: string): string | null {
  const id = text.trim().toLowerCase()
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) && /[1-9a-f]/.test(id) ? id : null
}
