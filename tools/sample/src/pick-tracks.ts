import type { SampleTrack } from './catalogue.js'
import type { Random } from './random.js'
import { drawFromTop, type Shelf } from './shelf.js'
import type { Taste } from './taste.js'

export interface TrackPicker {
  /** The tracks of one sitting on a day: a stretch of one record, or one track after the other. */
  session(day: number): readonly SampleTrack[]
}

export function createTrackPicker(random: Random, shelf: Shelf, taste: Taste): TrackPicker {
  const shuffled = new Map<string, readonly SampleTrack[]>()
  const isWelcome = (track: SampleTrack): boolean => !track.tags.some((tag) => taste.avoidedTags.includes(tag)) && !taste.avoidedArtists.includes(track.artist)
  const welcomeTracksOf = (artist: string): readonly SampleTrack[] => {
    const known = shuffled.get(artist) ?? random.shuffled(shelf.tracksOf(artist).filter(isWelcome))
    shuffled.set(artist, known)
    return known
  }

  const drawNewArtist = (): string => {
    if (taste.labels.length > 0 && random.chance(40)) return random.pick(shelf.tracksOfLabel(random.pick(taste.labels))).artist
    return drawFromTop(random, shelf.artistsOfTag(random.pick(taste.tags)))
  }
  const drawArtist = (day: number): string => {
    const active = taste.likings.filter((liking) => liking.from <= day && day < liking.until)
    if (random.chance(taste.wandering)) return random.pick(shelf.everyone)
    if (active.length === 0 || random.chance(taste.exploration)) return drawNewArtist()
    return random.weighted(active, (liking) => liking.weight).artist
  }
  const drawTrack = (day: number): SampleTrack | null => {
    for (let attempt = 0; attempt < 20; attempt++) {
      const artist = drawArtist(day)
      // Whom a listener has stopped playing does not come back by chance.
      const left = taste.likings.some((liking) => liking.artist === artist && (day < liking.from || day >= liking.until))
      const tracks = left ? [] : welcomeTracksOf(artist)
      if (tracks.length > 0) return drawFromTop(random, tracks)
    }
    return null
  }

  return {
    session(day) {
      const first = drawTrack(day)
      if (first === null) return []
      const length = random.integer(2, 7)
      if (random.chance(25)) {
        const record = shelf.tracksOfRelease(first.release).filter((track) => track.artist === first.artist)
        return record.slice(0, length + 2)
      }
      const tracks = [first]
      for (let position = 1; position < length; position++) {
        const next = drawTrack(day)
        if (next !== null && !tracks.includes(next)) tracks.push(next)
      }
      return tracks
    },
  }
}
