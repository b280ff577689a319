export interface Sentence {
  readonly text: string
  /** Where it begins in the text that was split, in UTF-16 units. */
  readonly start: number
}

/** An end, perhaps a closing quote, and something that begins. Intl.Segmenter knows more languages and takes ten times as long. */
const ends = /([.!?]+)["”’'»)\]]*\s+(?=["“‘'«([¿¡]*[\p{Lu}\p{N}])/gu
const abbreviation = /(?:^|[\s("“'])(?:\p{Lu}|(?:mr|mrs|ms|dr|st|prof|vs|e\.g|i\.e|jr|sr|approx|feat|ft|vol|u\.s|a\.k\.a|p\.s))$/iu

/** Whole sentences, trimmed. "..." ends none, nor do initials ("J. Doe"), abbreviations and numbers ("No. 5"). */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  for (const match of text.matchAll(ends)) {
    const end = match.index + match[0].length
    if (match[1]?.startsWith('..') || (match[1] === '.' && goesOn(text.slice(Math.max(0, match.index - 12), match.index), text[end] ?? ''))) continue
    add(start, end)
    start = end
  }
  add(start, text.length)
  return sentences

  function add(from: number, to: number): void {
    const piece = text.slice(from, to)
    const trimmed = piece.trim()
    if (trimmed !== '') sentences.push({ text: trimmed, start: from + piece.indexOf(trimmed) })
  }
}

function goesOn(before: string, next: string): boolean {
  return (abbreviation.test(before) && !/(?:^|\s)I$/.test(before)) || (/(?:^|\s)no$/i.test(before) && /\d/.test(next))
}
