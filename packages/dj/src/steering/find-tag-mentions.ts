import type { Mention } from './mention.js'
import type { RequestWords } from './read-words.js'
import { editDistance, isNearWordByWord, tolerated } from './edit-distance.js'
import { tagOf, type TagVocabulary } from './tag-vocabulary.js'

const MOST_WORDS = 4

/** Tags named in a request, the longest first, by words that are free. A tag of one ordinary word counts only where it is no filler. */
export function findTagMentions(
  { words }: RequestWords,
  tags: TagVocabulary,
  synonyms: Readonly<Record<string, readonly string[]>>,
  isFree: (index: number) => boolean,
  isFiller: (index: number) => boolean,
): readonly Mention[] {
  const found: Mention[] = []
  const taken = new Set<number>()
  for (let length = MOST_WORDS; length > 0; length -= 1)
    for (let from = 0; from + length <= words.length; from += 1) {
      const to = from + length
      const part = words.slice(from, to)
      const indexes = part.map((_, offset) => from + offset)
      if (indexes.some((index) => !isFree(index) || taken.has(index)) || indexes.every(isFiller) || part.slice(1).some(({ breakBefore }) => breakBefore))
        continue
      const known = tagOf(part.map(({ key }) => key).join(' '), tags, synonyms)
      if (known === null) continue
      for (const index of indexes) taken.add(index)
      found.push({ from, to, sense: { type: 'tag', ...known } })
    }
  return found
}

/** The tag that an unknown word is a misspelling of; null: none, or more than one. */
export function nearestTag(word: string, tags: TagVocabulary): { readonly tag: string; readonly of: 'music' | 'episodes' | 'both' } | null {
  const most = tolerated(word.length)
  if (most === 0) return null
  const near = [...tags].flatMap(([key, known]) => {
    const distance = Math.abs(key.length - word.length) > most ? Infinity : editDistance(key, word)
    return distance <= most && isNearWordByWord(key, word) ? [{ known, distance }] : []
  })
  const best = near.toSorted((a, b) => a.distance - b.distance)
  const [first, second] = best
  return first === undefined || (second !== undefined && second.distance === first.distance) ? null : first.known
}
