import type { Unit } from '../mentions.js'

/** Nouns that are counted. */
export const units: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ...['time', 'times', 'play', 'plays', 'listen', 'listens', 'spin', 'spins', 'once', 'twice', 'thrice'].map((word): [string, Unit] => [word, 'play']),
  ...['track', 'tracks', 'song', 'songs'].map((word): [string, Unit] => [word, 'track']),
  ...['episode', 'episodes'].map((word): [string, Unit] => [word, 'episode']),
  ...['person', 'people', 'listener', 'listeners', 'others'].map((word): [string, Unit] => [word, 'person']),
  ...['artist', 'artists'].map((word): [string, Unit] => [word, 'artist']),
  ...['release', 'releases', 'record', 'records'].map((word): [string, Unit] => [word, 'release']),
  ...['year', 'years'].map((word): [string, Unit] => [word, 'year']),
  ...['month', 'months'].map((word): [string, Unit] => [word, 'month']),
])

export const timeUnits: ReadonlyMap<string, { readonly milliseconds: number; readonly granularity: 'second' | 'minute' | 'hour' }> = new Map(
  (
    [
      ['second', 1_000, 'second'],
      ['minute', 60_000, 'minute'],
      ['hour', 3_600_000, 'hour'],
    ] as const
  ).flatMap(([name, milliseconds, granularity]) =>
    [name, `${name}s`, name.slice(0, 3), `${name.slice(0, 3)}s`].map((word) => [word, { milliseconds, granularity }] as const),
  ),
)
