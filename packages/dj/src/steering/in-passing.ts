import type { Mention, NameKind } from './mention.js'
import type { RequestWords } from './read-words.js'
import type { RequestLanguage } from './request-language.js'

/** Whether words that could be a title or a topic were only said along the way. */
export type InPassing = 'never' | 'unless-said' | 'always'

const titled: ReadonlySet<NameKind> = new Set(['track', 'episode', 'release'])

/**
 * Titles and topics are often ordinary words ("we are on the road", "cooking dinner", "what a beautiful song"): in small letters, among other words, such a one is meant where
 * somebody says what to do with it.
 */
export function inPassing(
  { words, quoted }: RequestWords,
  { from, to, sense }: Mention,
  { courtesies, works, articles, titleVerbs }: RequestLanguage,
): InPassing {
  const isTopic = sense.type === 'tag' && sense.of === 'episodes'
  if (!isTopic && (sense.type !== 'name' || !titled.has(sense.kind))) return 'never'
  if (quoted.some((range) => from >= range.from && from < range.to) || words.slice(from, to).some(({ typed }) => /\p{Lu}/u.test(typed))) return 'never'
  let [first, end] = [from, to]
  while (first > 0 && !words[first]!.breakBefore) first -= 1
  while (end < words.length && !words[end]!.breakBefore) end += 1
  const beside = [...words.slice(first, from), ...words.slice(to, end)].map(({ key }) => key).filter((key) => !courtesies.has(key))
  const isOne = from > 0 && articles.has(words[from - 1]!.key)
  if (beside.length === 0 || (works.has(words[to]?.key ?? '') && !isOne)) return 'never'
  if (isTopic || (to - from > 1 && !isOne)) return 'unless-said'
  return isOne || !beside.some((key) => titleVerbs.has(key)) ? 'always' : 'never'
}
