import { episodeId, trackId, type PlayDraft, type World } from './world.js'

const genres = ['jazz', 'punk', 'ambient', 'chiptune'] as const
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

/**
 * Four genres of six artists with one record of six tracks each ("jazz band 1" made "jazz record 1"), sixty listeners of one genre each
 * (fifteen a genre), who play the first two tracks of the first four bands. Jazz people play the first ambient band, too, and punk people
 * the show "Workshop". The last two bands of each genre nobody has found.
 */
export function genreWorld(plays: readonly PlayDraft[]): World {
  const crowd = numbers(60).map((number) => ({ listener: `crowd ${number}`, genre: genres[number % genres.length]! }))
  return {
    releases: genres.flatMap((genre) =>
      numbers(6).map((number) => ({
        title: `${genre} record ${number}`,
        artist: `${genre} band ${number}`,
        tags: [genre, number % 2 === 0 ? 'live' : 'studio'],
        label: `${genre} label`,
        date: '2010',
        tracks: 6,
      })),
    ),
    shows: [
      { title: 'Workshop', episodes: numbers(8).map((number) => ({ tags: number % 2 === 1 ? ['backups', 'workshop'] : ['networking', 'workshop'] })) },
      {
        title: 'Kitchen',
        episodes: [
          ...numbers(6).map((number) => ({ tags: number === 1 ? ['backups'] : ['bread'] })),
          { description: 'All about backups, at last.' },
          { type: 'trailer' as const, tags: ['backups'] },
        ],
      },
    ],
    plays: [
      ...crowd.flatMap(({ listener, genre }) => [1, 2, 3, 4].flatMap((band) => [1, 2].map((track) => ({ listener, item: trackId(`${genre} record ${band}`, track), times: 3 })))),
      ...crowd.flatMap(({ listener, genre }) => (genre === 'jazz' ? [{ listener, item: trackId('ambient record 1', 1), times: 2 }] : [])),
      ...crowd.flatMap(({ listener, genre }) => (genre === 'punk' ? [{ listener, item: episodeId('Workshop', 1) }] : [])),
      ...plays,
    ],
  }
}
