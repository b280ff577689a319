import { nameKey } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { editDistance, isNearWordByWord, tolerated } from './edit-distance.js'
import { findNames, findNamesNear, type FoundName } from './find-names.queries.js'
import type { Mention, NameKind } from './mention.js'
import type { RequestWords, WordRange } from './read-words.js'

const MOST_WORDS = 8
/** Of two things with one name, what a listener means as a rule. */
const order: readonly NameKind[] = ['artist', 'show', 'release', 'track', 'episode', 'label']

/** Names of the catalogue in a request, the longest first. A name needs a word that nothing else explains (`isOpen`), or quotation marks around it. */
export async function findNameMentions(db: Kysely<Database>, request: RequestWords, isOpen: (index: number) => boolean): Promise<readonly Mention[]> {
  const ranges = rangesOf(request, isOpen)
  const keyOf = (range: WordRange): string => nameKey(typedOf(request, range))
  const found = await findNames(db, [...new Set(ranges.map(keyOf))])
  const byKey = Map.groupBy(found, ({ key }) => key)
  const taken = new Set<number>()
  const mentions: Mention[] = []
  for (const range of ranges) {
    const named = byKey.get(keyOf(range))
    if (named === undefined || indexesOf(range).some((index) => taken.has(index))) continue
    for (const index of indexesOf(range)) taken.add(index)
    mentions.push({ ...range, sense: senseOf(named) })
  }
  return mentions
}

/** The one name that words which nothing explains are a misspelling of; null: none, or it is not clear which. */
export async function nearestName(db: Kysely<Database>, words: string): Promise<Mention['sense'] | null> {
  const key = nameKey(words)
  const slips = tolerated(key.length)
  if (slips === 0) return null
  const near = (await findNamesNear(db, key, slips))
    .map((name) => ({ name, distance: editDistance(name.key, key) }))
    .filter(({ name, distance }) => distance <= slips && isNearWordByWord(name.key, key))
  const least = Math.min(...near.map(({ distance }) => distance))
  const best = near.filter(({ distance }) => distance === least).map(({ name }) => name)
  return new Set(best.map((name) => name.key)).size === 1 ? senseOf(best) : null
}

export const typedOf = ({ words }: RequestWords, { from, to }: WordRange): string =>
  words
    .slice(from, to)
    .map(({ typed }) => typed)
    .join(' ')

function senseOf(named: readonly FoundName[]): Mention['sense'] {
  const [best] = named.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  if (best === undefined) throw new RangeError('no name')
  return { type: 'name', kind: best.kind, id: best.id, name: best.name, others: named.filter(({ kind }) => kind === best.kind).length - 1 }
}

function rangesOf(request: RequestWords, isOpen: (index: number) => boolean): readonly WordRange[] {
  const { words, quoted } = request
  const ranges: WordRange[] = [...quoted]
  for (let length = Math.min(MOST_WORDS, words.length); length > 0; length -= 1)
    for (let from = 0; from + length <= words.length; from += 1) {
      const range = { from, to: from + length }
      const isOne = words.slice(from + 1, range.to).every(({ breakBefore }) => !breakBefore)
      if (isOne && indexesOf(range).some(isOpen)) ranges.push(range)
    }
  return ranges
}

const indexesOf = ({ from, to }: WordRange): readonly number[] => Array.from({ length: to - from }, (_, offset) => from + offset)
