import type { CitedText } from '../grounding/ground-text.js'

/** "You played it [F1] and stopped [F2]. Next [F3]." as one piece per sentence, with the ids of the sentence. */
export function citedPieces(text: string): CitedText[] {
  const pieces: { text: string; ids: string[] }[] = [{ text: '', ids: [] }]
  for (const part of text.split(/(\s*\[[F\d ]+\])/u)) {
    const current = pieces.at(-1) ?? { text: '', ids: [] }
    const ids = /^\s*\[(?<ids>[F\d ]+)\]$/u.exec(part)?.groups?.['ids']
    if (ids !== undefined) current.ids.push(...ids.split(' '))
    else {
      const end = /^(?:[.!?](?=\s|$)|(?=\s+[A-Z“]))/u.exec(part)
      if (current.ids.length > 0 && end !== null) {
        current.text += end[0]
        pieces.push({ text: part.slice(end[0].length), ids: [] })
      } else current.text += part
    }
  }
  return pieces.filter((piece) => piece.text.trim() !== '').map((piece) => ({ text: piece.text.trim(), factIds: piece.ids.length === 0 ? null : piece.ids }))
}
