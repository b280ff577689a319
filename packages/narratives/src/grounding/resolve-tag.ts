import type { IndexedFact } from './fact-index.js'
import { findTags, tagTable } from './find-tags.js'
import { tokenize } from './token.js'

const places: Readonly<Record<string, number>> = { first: 0, second: 1, third: 2, fourth: 3, last: -1 }

const anaphor =
  /\b(?<noun>releases?|records?) (?:with|under|that (?:has|have|bears?)) (?:(?:that|this|the) (?:(?<adjective>first|second|third|fourth|last) )?tag|the (?<ordinal>first|second|third|fourth|last) of (?:them|these|those))\b/iu

/**
 * "You have no plays of releases with the second of them": the tag that the sentence before named there, written out; null where nothing of the kind is said, or where it named
 * several and none is picked.
 */
export function resolveTag(text: string, before: string, facts: readonly IndexedFact[]): string | null {
  const match = anaphor.exec(text)
  if (match?.groups === undefined) return null
  const tokens = tokenize(before)
  const named = findTags(tokens, tagTable(facts.flatMap((fact) => fact.tags))).map(({ first, last }) =>
    before.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0),
  )
  const tags = [...new Map(named.map((tag) => [tag.toLowerCase(), tag])).values()]
  const place = match.groups['adjective'] ?? match.groups['ordinal']
  const tag = place === undefined ? (tags.length === 1 ? tags[0] : undefined) : tags.at(places[place.toLowerCase()] ?? tags.length)
  return tag === undefined ? null : text.replace(match[0], `${match.groups['noun'] ?? ''} tagged ${tag}`)
}
