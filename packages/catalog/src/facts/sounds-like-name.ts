const classes: readonly (readonly [string, string])[] = [
  ['bfpv', '1'],
  ['cgjkqsxz', '2'],
  ['dt', '3'],
  ['l', '4'],
  ['mn', '5'],
  ['r', '6'],
]
const classOf = new Map(classes.flatMap(([letters, digit]) => [...letters].map((letter) => [letter, digit] as const)))
/** Fewer consonants sound like anything. */
const FEWEST_CONSONANTS = 3
const FEWEST_LETTERS = 5

/**
 * The consonants of a word in classes that are heard alike (as in Soundex, Russell 1918, but with the first letter classed, too: Gervais, Jervase);
 * null: too few of them.
 */
function soundOf(word: string): string | null {
  if (word.length < FEWEST_LETTERS) return null
  const digits = [...word].map((letter) => classOf.get(letter) ?? '').join('')
  const sound = (classOf.has(word.charAt(0)) ? '' : 'a') + digits.replaceAll(/(\d)\1+/gu, '$1')
  return digits.length < FEWEST_CONSONANTS ? null : sound
}

const plain = (word: string): string =>
  word
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’].*$/u, '')
const wordsOf = (text: string): readonly string[] => (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu) ?? []).map(plain)

/**
 * Finds what a recogniser without capitals made of a name: words, alone or two together, that sound like a name that people wrote and are
 * not written so. `people`: who is in the episode; `sentences`: what people wrote about it, where a capital inside a sentence makes a name.
 */
export function findMisheard(sentences: readonly string[], people: readonly string[]): (text: string) => readonly string[] {
  const inSentences = sentences.flatMap((text) => [...text.matchAll(/(?<=\p{Ll},? )\p{Lu}[\p{L}\p{N}]+/gu)].map(([name]) => plain(name)))
  const names = new Set([...people.flatMap(wordsOf), ...inSentences])
  const sounds = new Set([...names].flatMap((name) => soundOf(name) ?? []))
  const written = new Set([...sentences, ...people].flatMap(wordsOf))
  const isMisheard = (word: string): boolean => !written.has(word) && sounds.has(soundOf(word) ?? '')
  return (text) => {
    const words = wordsOf(text)
    return words.flatMap((word, index) => [word, `${word}${words[index + 1] ?? ''}`].filter(isMisheard))
  }
}
