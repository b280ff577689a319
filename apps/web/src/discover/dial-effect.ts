import { countWord } from '../words/number-words'

/** What a list is like, as far as the dial is concerned. */
export interface ListState {
  readonly items: readonly { readonly itemId: string; readonly novelty: number }[]
  /** Artists of the list whom the listener never played, and all artists of the list; null: not counted. */
  readonly artists: { readonly unplayed: number; readonly all: number } | null
}

/** Mean distance from what the listener plays, 0 to 1; null: the list is empty. */
export function meanNovelty({ items }: Pick<ListState, 'items'>): number | null {
  return items.length === 0 ? null : items.reduce((sum, item) => sum + item.novelty, 0) / items.length
}

/** What a list is like, in a sentence or two. */
export function describeList(list: ListState, name: string): string {
  const mean = meanNovelty(list)
  if (mean === null) return ''
  return `${unplayedSentence(list.artists, name)}On average this list stands ${mean.toFixed(2)} from home.`
}

/** What moving the dial did, in two sentences. */
export function describeChange(before: ListState, after: ListState, name: string): string {
  const [was, is] = [meanNovelty(before), meanNovelty(after)]
  if (was === null || is === null) return describeList(after, name)
  const known = new Set(before.items.map(({ itemId }) => itemId))
  const fresh = after.items.filter(({ itemId }) => !known.has(itemId)).length
  const changed = fresh === 0 ? 'The same pieces as before.' : `${capital(countWord(fresh))} of ${countWord(after.items.length)} changed.`
  const artists = unplayedSentence(after.artists, name, before.artists)
  const distance =
    was.toFixed(2) === is.toFixed(2) ? `The distance from home stays ${is.toFixed(2)}.` : `Distance from home: ${was.toFixed(2)} before, ${is.toFixed(2)} now.`
  return `${changed} ${artists}${distance}`
}

function unplayedSentence(artists: ListState['artists'], name: string, before: ListState['artists'] = null): string {
  if (artists === null || artists.all === 0) return ''
  const was =
    before === null || before.unplayed === artists.unplayed ? '' : `, ${countWord(before.unplayed) === 'no' ? 'none' : countWord(before.unplayed)} before`
  if (artists.all === 1) return `The artist is ${artists.unplayed === 1 ? 'new' : 'no stranger'} to ${name}. `
  const count = artists.unplayed === 0 ? 'None' : capital(countWord(artists.unplayed))
  return `${count} of the ${countWord(artists.all)} artists ${artists.unplayed === 1 ? 'is' : 'are'} new to ${name}${was}. `
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
