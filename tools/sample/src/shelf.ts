import type { SampleCatalogue, SampleTrack } from './catalogue.js'
import type { Random } from './random.js'

/** The catalogue in the order in which listeners come across it: some artists of a tag are known to many, most to few. */
export interface Shelf {
  tracksOf(artist: string): readonly SampleTrack[]
  tracksOfLabel(label: string): readonly SampleTrack[]
  tracksOfRelease(release: string): readonly SampleTrack[]
  /** Artists with tracks on releases that carry the tag, best known first. */
  artistsOfTag(tag: string): readonly string[]
  readonly everyone: readonly string[]
}

/** Orders the artists of every tag once for all listeners: larger shelves come first more often, chance decides the rest. */
export function createShelf(catalogue: SampleCatalogue, random: Random): Shelf {
  const byArtist = Map.groupBy(catalogue.tracks, (track) => track.artist)
  const byLabel = Map.groupBy(catalogue.tracks, (track) => track.label)
  const byRelease = Map.groupBy(catalogue.tracks, (track) => track.release)
  const renown = new Map([...byArtist].map(([artist, tracks]) => [artist, Math.min(tracks.length, 30) * random.integer(1, 40)]))
  const byTag = new Map<string, Set<string>>()
  for (const track of catalogue.tracks) {
    for (const tag of track.tags) {
      const artists = byTag.get(tag) ?? new Set()
      byTag.set(tag, artists.add(track.artist))
    }
  }
  const best = (artists: Iterable<string>): string[] => [...artists].toSorted((one, other) => (renown.get(other) ?? 0) - (renown.get(one) ?? 0))
  const ordered = new Map([...byTag].map(([tag, artists]) => [tag, best(artists)]))
  return {
    tracksOf: (artist) => byArtist.get(artist) ?? [],
    tracksOfLabel: (label) => byLabel.get(label) ?? [],
    tracksOfRelease: (release) => byRelease.get(release) ?? [],
    artistsOfTag: (tag) => ordered.get(tag) ?? [],
    everyone: best(byArtist.keys()),
  }
}

/** Draws from a list in which the first are likelier than the last. */
export function drawFromTop<T>(random: Random, ordered: readonly T[]): T {
  const places = Array.from(ordered.keys())
  const place = random.weighted(places, (index) => Math.floor(60_000 / (index + 6)))
  const drawn = ordered[place]
  if (drawn === undefined) throw new RangeError('nothing to draw from')
  return drawn
}
