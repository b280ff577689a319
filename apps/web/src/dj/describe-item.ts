import { day } from '../words/number-words'
import type { Item, Segment } from './dj-view'

/** Where no length is known: about what one takes. */
const UNKNOWN_LENGTH_MS = { Track: 210_000, Episode: 2_400_000 } as const

export const lengthOf = (item: Item): number => item.durationMs ?? UNKNOWN_LENGTH_MS[item.__typename]

/** Where its sound is; null: nowhere that is known. */
export const soundOf = (item: Item): string | null => (item.__typename === 'Track' ? item.url : (item.enclosures[0]?.url ?? null))

/** By whom it is. */
export const creditOf = (item: Item): string =>
  item.__typename === 'Track' ? item.artistCredits.map(({ creditedName, joinPhrase }) => creditedName + joinPhrase).join('') : item.show.title

/** What it is from: release, year and label, or the day of the episode. */
export function originOf(item: Item): string {
  if (item.__typename === 'Episode') return item.publishedAt === null ? '' : day(item.publishedAt)
  const { title, releaseDate, label } = item.release ?? { title: null, releaseDate: null, label: null }
  return [title, releaseDate?.slice(0, 4), label].filter((part) => part).join(' · ')
}

/** The first reason, as the fact that it rests on most. */
export const reasonOf = ({ reasons }: Segment): string | null => reasons[0]?.evidence[0]?.statement ?? null

/** Minutes and seconds, or hours as well. */
export function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1_000)
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, String(seconds % 60).padStart(2, '0')]
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}
