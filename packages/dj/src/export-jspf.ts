import { findEpisodes, findReleases, findShows, findTracks } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { PlacedSegment } from './session-state.js'
import type { SessionRecord } from './store/session-record.js'

/** A track of a playlist (https://xspf.org/jspf). What is not known is left out. */
interface JspfTrack {
  readonly location?: readonly string[]
  readonly identifier?: readonly string[]
  readonly title: string
  readonly creator?: string
  readonly album?: string
  /** Milliseconds. */
  readonly duration?: number
  /** What the DJ said before it. */
  readonly annotation?: string
}

const MUSICBRAINZ_RECORDING = 'https://musicbrainz.org/recording/'

/** What was played and what is planned, as JSPF. */
export async function exportJspf(db: Kysely<Database>, session: SessionRecord, segments: readonly PlacedSegment[]): Promise<object> {
  const idsOf = (kind: 'track' | 'episode'): string[] => segments.filter(({ traits }) => traits.kind === kind).map(({ traits }) => traits.itemId)
  const tracks = await findTracks(db, idsOf('track'))
  const releases = await findReleases(
    db,
    [...tracks.values()].flatMap(({ releaseId }) => releaseId ?? []),
  )
  const episodes = await findEpisodes(db, idsOf('episode'))
  const shows = await findShows(
    db,
    [...episodes.values()].map(({ showId }) => showId),
  )
  const list = segments.map(({ traits, talk }): JspfTrack => {
    const track = tracks.get(traits.itemId)
    const episode = episodes.get(traits.itemId)
    const location = track?.url ?? episode?.enclosures[0]?.url ?? null
    const identifier = track?.mbid ?? null
    const album = track?.releaseId == null ? null : (releases.get(track.releaseId)?.title ?? null)
    const show = episode === undefined ? null : (shows.get(episode.showId)?.title ?? null)
    return {
      title: traits.title,
      ...(traits.by !== '' && { creator: traits.by }),
      ...(location !== null && { location: [location] }),
      identifier: [identifier === null ? `urn:linernotes:${traits.itemId}` : `${MUSICBRAINZ_RECORDING}${identifier}`],
      ...((album ?? show) !== null && { album: album ?? show ?? '' }),
      ...(traits.durationMs !== null && { duration: traits.durationMs }),
      ...(talk?.type === 'narrative' && { annotation: talk.text }),
    }
  })
  return {
    playlist: {
      title: 'A Liner Notes session',
      identifier: `urn:linernotes:${session.id}`,
      date: session.startedAt.toISOString(),
      ...(session.request !== null && { annotation: session.request }),
      track: list,
    },
  }
}
