import { length, year } from '../words/number-words'
import type { ItemAnswer } from './discover.documents'

/** Who made it, as they are credited: "Ana feat. Ben"; of an episode, its show. */
export function creditOf(item: ItemAnswer): string {
  return item.__typename === 'Episode' ? item.show.title : item.artistCredits.map(({ creditedName, joinPhrase }) => creditedName + joinPhrase).join('')
}

/** What else stands on the sleeve: record and year, or the day of an episode, and the length. What is not known is left out. */
export function sleeveLine(item: ItemAnswer): readonly string[] {
  const parts =
    item.__typename === 'Episode'
      ? ['Episode', year(item.publishedAt), length(item.durationMs)]
      : [item.release?.title ?? null, item.release?.label ?? null, year(item.release?.releaseDate), length(item.durationMs)]
  return parts.filter((part): part is string => part !== null && part !== '')
}
