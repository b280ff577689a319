/** Tags that describe how, in the order English puts them before a genre. */
const adjectives = [
  'live',
  'modern',
  'exotic',
  'alternative',
  'abstract',
  'dark',
  'acoustic',
  'vocal',
  'instrumental',
  'experimental',
  'progressive',
  'minimal',
]
/** 'live', 'instrumental': nobody plays "no live". */
export const isAdjective = (tag: string): boolean => adjectives.includes(tag.toLowerCase())

/** Shelf names so wide that a narrower tag says more. */
const wide = new Set(['electronic', 'rock', 'pop', 'world', 'other', 'unknown'])

/** A tag inside a sentence: lower case, abbreviations as they are ('IDM', 'UK garage'). */
export function tagInSentence(tag: string): string {
  return tag
    .split(' ')
    .map((word) => (/^\p{Lu}[\p{Ll}-]+$/u.test(word) ? word.toLowerCase() : word))
    .join(' ')
}

const lower = (word: string) => word.toLowerCase()

/** 'instrumental, experimental jazz release'. Two tags and an adjective are enough: the longest list is the least read. */
export function taggedRelease(tags: readonly string[], focus: string | null): string | null {
  const words = [...new Set(tags.map((tag) => tagInSentence(tag)))]
  const rest = words.filter((word) => lower(word) !== 'compilation')
  const before = adjectives.flatMap((adjective) => rest.filter((word) => lower(word) === adjective))
  const genres = rest.filter((word) => !before.includes(word))
  const narrow = genres.filter((word) => !wide.has(lower(word)))
  const wanted = focus === null ? undefined : rest.find((word) => lower(word) === lower(tagInSentence(focus)))
  const named = wanted !== undefined && !before.includes(wanted) ? [wanted] : (narrow.length > 0 ? narrow : genres).slice(0, 1)
  const adverbial = (wanted !== undefined && before.includes(wanted) ? [wanted] : before.slice(-2)).join(', ')
  const described = [adverbial, ...named].filter((part) => part !== '').join(' ')
  return described === '' ? null : `${described} release`
}
