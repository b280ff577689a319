const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

function trigramsOf(text: string): string[] {
  const words = wordsOf(text)
  return words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`)
}

/**
 * Share of the word trigrams of a text that stand in other texts, 0 to 1. Trigrams inside `names` do not count: a title is no phrase. null: there is nothing to compare,
 * because nothing was said before or the text is shorter than three words.
 */
export function overlapOf(text: string, others: readonly string[], names: readonly string[]): number | null {
  const masked = new Set(names.flatMap((name) => trigramsOf(name)))
  const own = trigramsOf(text).filter((trigram) => !masked.has(trigram))
  if (own.length === 0 || others.length === 0) return null
  const heard = new Set(others.flatMap((other) => trigramsOf(other)))
  return own.filter((trigram) => heard.has(trigram)).length / own.length
}

/** Letters and digits alone: what two texts share that a reader takes for the same. */
export function bareText(text: string): string {
  return wordsOf(text).join(' ')
}
