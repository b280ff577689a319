import { seededChance } from '../seeded-chance.js'
import { trackId, type PlayDraft, type World } from './world.js'

const genres = ['jazz', 'punk', 'ambient', 'chiptune'] as const
const moods = ['live', 'studio', 'piano', 'choir', 'tape', 'strings', 'drums', 'remix', 'cover', 'demo'] as const
const ARTISTS = 30
/** Nobody has found the last of each genre. */
const FOUND = 26
const LISTENERS = 160

/**
 * Four genres of thirty artists with one record of eight tracks each, and a hundred and sixty listeners with a long tail, as people have one: five artists of a
 * genre whom they play a lot, twelve more of it and six of the next with a track or two that many play.
 */
export function dialWorld(): World {
  const { random } = seededChance(7)
  const draw = (below: number) => Math.floor(random() * below)
  const plays: PlayDraft[] = []
  const play = (listener: string, genre: string, artist: number, from: number, tracks: number) => {
    for (let track = from; track < from + tracks; track++)
      plays.push({ listener, item: trackId(`${genre} ${artist}`, track), times: 2 + draw(2), daysAgo: 10 + draw(300) })
  }
  for (let number = 0; number < LISTENERS; number++) {
    const listener = `listener ${number}`
    const drawn = (count: number) => {
      const artists = new Set<number>()
      while (artists.size < count) artists.add(Math.min(draw(FOUND), draw(FOUND)) + 1)
      return [...artists]
    }
    const [own, next] = [genres[number % genres.length]!, genres[(number + 1) % genres.length]!]
    drawn(17).forEach((artist, place) => play(listener, own, artist, place < 5 ? 1 + draw(3) : 1, place < 5 ? 3 + draw(3) : 1 + draw(2)))
    for (const artist of drawn(6)) play(listener, next, artist, 1, 1)
  }
  const records = genres.flatMap((genre) => Array.from({ length: ARTISTS }, (_, index) => ({ genre, number: index + 1 })))
  return {
    releases: records.map(({ genre, number }) => ({
      title: `${genre} ${number}`,
      artist: `${genre} band ${number}`,
      tags: [...new Set([genre, moods[draw(10)]!, moods[draw(10)]!])],
      date: String(1990 + number),
      tracks: 8,
    })),
    plays,
  }
}
