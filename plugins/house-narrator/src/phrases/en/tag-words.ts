/** Tags that describe how, in the order English puts them before a genre. */
const adjectives = ['live', 'modern', 'alternative', 'abstract', 'dark', 'acoustic', 'vocal', 'instrumental', 'experimental', 'progressive', 'minimal']
/** 'live', 'instrumental': nobody plays "no live". */
export const isAdjective = (tag: string): boolean => adjectives.includes(tag.toLowerCase())

/** Before "releases" these would say what sort of records they are, and not how they are tagged. */
const unlike = new Set(['traditional', 'world', 'soundtrack', 'european', 'other'])
export const describes = (tag: string): boolean => isAdjective(tag) || unlike.has(tag.toLowerCase())

/**
 * Genres that grow together with the word before them: "minimal techno" is a third genre, not minimal and techno. For the same reason a single
 * adjective is never put before a genre; two make a list that is read as one.
 */
const merging = new Set(['hip hop', 'techno', 'house', 'rock', 'classical', 'ambient', 'trance', 'pop', 'metal', 'dubstep', 'drum & bass'])
/** Tags that say more of who looked than of what was heard: not ours. */
const unsaid = new Set(['exotic'])
export const isSayable = (tag: string): boolean => !unsaid.has(tag.toLowerCase())
/** Shelf names so wide that a narrower tag says more. */
const wide = new Set(['electronic', 'rock', 'pop', 'world', 'other', 'unknown'])

/** A tag inside a sentence: lower case, abbreviations as they are ('IDM', 'UK garage'). */
export function tagInSentence(tag: string): string {
  return tag
    .split(' ')
    .map((word) => (/^\p{Lu}\p{Ll}+(?:-\p{Lu}?\p{Ll}+)*$/u.test(word) ? word.toLowerCase() : word))
    .join(' ')
}

const lower = (word: string) => word.toLowerCase()

/** 'instrumental, experimental jazz release'. Two tags and an adjective are enough: the longest list is the least read. */
export function taggedRelease(tags: readonly string[], focus: string | null): string | null {
  const words = [...new Set(tags.map((tag) => tagInSentence(tag)))]
  const rest = words.filter((word) => lower(word) !== 'compilation' && isSayable(word))
  const before = adjectives.flatMap((adjective) => rest.filter((word) => lower(word) === adjective))
  const genres = rest.filter((word) => !before.includes(word))
  const narrow = genres.filter((word) => !wide.has(lower(word)))
  const wanted = focus === null ? undefined : rest.find((word) => lower(word) === lower(tagInSentence(focus)))
  if (wanted !== undefined && before.includes(wanted)) return `${wanted} release`
  const named = wanted ?? narrow[0]
  const describing = before.slice(-2)
  if (named === undefined) {
    const said = describing.length > 0 ? describing.join(', ') : genres[0]
    return said === undefined ? null : `${said} release`
  }
  return describing.length > 1 && !merging.has(lower(named)) ? `${describing.join(', ')} ${named} release` : `${named} release`
}
