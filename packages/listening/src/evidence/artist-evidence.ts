import type { Evidence } from '@linernotes/catalog'
import type { ArtistTaste, Taste } from '../taste.js'
import { listeningEvidence, literal, monthInWords, times } from './listening-evidence.js'

/** "You played C-Doc 212 times in 2016."; without a year all plays. null where there are none. */
export function artistPlays(taste: Taste, artistId: string, year: number | null = null): Evidence | null {
  const artist = taste.artists.get(artistId)
  const plays = year === null ? artist?.plays : artist?.years.get(year)
  if (artist === undefined || plays === undefined) return null
  const inYear = year === null ? '' : ` and extract(year from l.played_at at time zone ${literal(taste.timeZone)}) = ${year}`
  return listeningEvidence(taste, {
    property: 'artist-plays',
    subjectId: artistId,
    statement: `You played ${artist.name} ${times(plays)}${year === null ? '' : ` in ${year}`}.`,
    values: { artist: artist.name, plays, year },
    query: `select count(*)::int as plays ${playsOf(taste, artist)}${inYear}`,
    plays,
    span: year === null ? artist : null,
  })
}

/** "You first played And/Or in November 2017." */
export function artistFirstPlay(taste: Taste, artistId: string): Evidence | null {
  const artist = taste.artists.get(artistId)
  return artist === undefined
    ? null
    : endOf(taste, artist, 'artist-first-play', 'min', artist.firstMonth, `You first played ${artist.name} in ${monthInWords(artist.firstMonth)}.`)
}

/** "Your last C-Doc play was in March 2018." */
export function artistLastPlay(taste: Taste, artistId: string): Evidence | null {
  const artist = taste.artists.get(artistId)
  return artist === undefined
    ? null
    : endOf(taste, artist, 'artist-last-play', 'max', artist.lastMonth, `Your last ${artist.name} play was in ${monthInWords(artist.lastMonth)}.`)
}

function endOf(taste: Taste, artist: ArtistTaste, property: string, end: 'min' | 'max', month: string, statement: string): Evidence {
  return listeningEvidence(taste, {
    property,
    subjectId: artist.artistId,
    statement,
    values: { artist: artist.name, month },
    query: `select to_char(${end}(l.played_at at time zone ${literal(taste.timeZone)}), 'YYYY-MM') as month ${playsOf(taste, artist)}`,
    plays: artist.plays,
    span: artist,
  })
}

function playsOf(taste: Taste, artist: ArtistTaste): string {
  return (
    `from listens l where l.listener_id = ${literal(taste.listener.id)} ` +
    `and exists (select 1 from track_artists c where c.track_id = l.item_id and c.artist_id = ${literal(artist.artistId)})`
  )
}
