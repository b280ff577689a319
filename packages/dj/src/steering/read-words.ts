/** A request as words to match, each with where it stood. */
export interface RequestWords {
  /** Words in small letters without marks, a space between two, " | " where a sentence or a list goes on: what patterns are tried on. Begins and ends with a space. */
  readonly text: string
  readonly words: readonly RequestWord[]
  /** What stood between quotation marks, as ranges of words. */
  readonly quoted: readonly WordRange[]
}

export interface RequestWord {
  /** As in `text`. */
  readonly key: string
  /** As typed: letters, digits, and what joins them. */
  readonly typed: string
  /** Offset of the word in `text`. */
  readonly at: number
  /** What comes before it: null is nothing but space. */
  readonly breakBefore: boolean
  /** A hyphen joins it to the word before it: "pop" of "k-pop". */
  readonly isJoined: boolean
}

/** From the word `from` to before the word `to`. */
export interface WordRange {
  readonly from: number
  readonly to: number
}

const QUOTES = /["“”„«»]/u

/** Takes a request apart. Apostrophes vanish ("don't" is dont), hyphens part words, "&" and "+" are "and", '97 is 1997, emoji and other signs are nothing. */
export function readWords(request: string): RequestWords {
  const prepared = request
    .normalize('NFC')
    .replaceAll(/(?<![\p{L}\p{N}])['’](\d\d)(?!\d|['’]?s)/gu, (_, year: string) => (Number(year) > 30 ? ` 19${year}` : ` 20${year}`))
    .replaceAll(/\s[&+]\s|[&+](?=\s)/gu, ' and ')
  const words: RequestWord[] = []
  const quoted: WordRange[] = []
  let text = ' '
  let opened: number | null = null
  for (const { 0: piece, index } of prepared.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’.&][\p{L}\p{N}\p{M}]+)*|["“”„«»]|[,;.!?:|\n()]+/gu)) {
    if (QUOTES.test(piece)) {
      if (opened !== null && words.length > opened) quoted.push({ from: opened, to: words.length })
      opened = opened === null ? words.length : null
    } else if (!/[\p{L}\p{N}]/u.test(piece)) {
      if (words.length > 0 && !text.endsWith(' | ')) text += '| '
    } else {
      const key = fold(piece)
      if (key === '') continue
      words.push({ key, typed: piece, at: text.length, breakBefore: text.endsWith(' | '), isJoined: /[\p{L}\p{N}]-$/u.test(prepared.slice(0, index)) })
      text += `${key} `
    }
  }
  return { text, words, quoted }
}

const fold = (word: string): string =>
  word
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’.]/gu, '')
    .toLowerCase()
    .replaceAll('&', 'n')

/** The words of a part of `text`, given by its offsets. */
export function rangeAt({ words }: RequestWords, start: number, end: number): WordRange {
  const from = words.findIndex((word) => word.at + word.key.length > start)
  const to = words.findIndex((word) => word.at >= end)
  return { from: from === -1 ? words.length : from, to: to === -1 ? words.length : to }
}

/** The same request with other words at some places; a name in it is then looked for as `spelt`, or as it was typed. */
export function spellingOf({ words, quoted }: RequestWords, others: ReadonlyMap<number, string>, names: 'as spelt' | 'as typed'): RequestWords {
  let text = ' '
  const spelt = words.map((word, index): RequestWord => {
    if (word.breakBefore) text += '| '
    const key = others.get(index) ?? word.key
    const at = text.length
    text += `${key} `
    return { ...word, key, typed: names === 'as typed' ? word.typed : (others.get(index) ?? word.typed), at }
  })
  return { text, words: spelt, quoted }
}
