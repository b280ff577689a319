import { editDistance } from './edit-distance.js'
import { spellingOf, type RequestWords } from './read-words.js'

/** Short words have too many neighbours: of them only two letters in the wrong order are a slip. */
const LEAST_LETTERS = 5
const LONG = 6

export interface Respelt {
  readonly request: RequestWords
  /** As typed, and as taken. */
  readonly words: readonly (readonly [typed: string, taken: string])[]
}

/**
 * The request with words that nothing explains put right, where they are one slip from an ordinary one; null: there are none. The first letter is hardly ever the
 * slip ("yellow" is no mellow), and what stands in capitals inside a sentence is a name.
 */
export function respell(request: RequestWords, isOpen: (index: number) => boolean, ordinary: readonly string[]): Respelt | null {
  const { words } = request
  const taken = new Map<number, string>()
  for (const [index, { key, typed }] of words.entries()) {
    if (key.length < LEAST_LETTERS || !isOpen(index) || (index > 0 && /^\p{Lu}/u.test(typed))) continue
    const near = ordinary.filter(
      (word) =>
        word.startsWith(key.slice(0, 1)) &&
        Math.abs(word.length - key.length) < 2 &&
        editDistance(word, key) === 1 &&
        (key.length >= LONG || isSwapped(word, key)),
    )
    if (near.length > 0) taken.set(index, near[0]!)
  }
  if (taken.size === 0) return null
  return { request: spellingOf(request, taken, 'as spelt'), words: [...taken].map(([index, word]) => [words[index]!.typed, word]) }
}

const isSwapped = (one: string, other: string): boolean => [...one].toSorted().join('') === [...other].toSorted().join('')
