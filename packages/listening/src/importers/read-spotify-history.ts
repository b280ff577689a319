import type { Listen } from '../listen.js'
import { checkMoment, checkName, checkOptionalName, checkPlayedMs, valuesOf, type Checked, type FieldProblem } from '../listen-checks.js'

type Row = Readonly<Record<string, unknown>>

/** What Spotify and ListenBrainz count as listened to. */
const shortestListenMs = 30_000

/**
 * A stream of Spotify's extended history, of either generation. `ts` is when the stream ended, in UTC. Addresses, user agents and
 * countries are never looked at. Streams of private sessions are left out, as the listener asked; so are skips.
 */
export function readSpotifyRow(row: Row, now: number): Listen | FieldProblem {
  if (row['incognito_mode'] === true) return { field: 'incognito_mode', message: 'a private session: left out, as the listener asked' }
  const stream = valuesOf({ ms_played: checkStreamed(row['ms_played']), ts: checkEnd(row['ts'], now) })
  if (!stream.ok) return stream
  const names = readNames(row)
  if ('field' in names) return names
  const { ms_played: playedMs, ts: endedAt } = stream.value
  if (playedMs < shortestListenMs && (row['reason_end'] !== 'trackdone' || playedMs === 0)) {
    return { field: 'ms_played', message: `a skip after ${playedMs} ms: a listen is 30 seconds, or the whole track` }
  }
  return { itemId: null, playedAt: endedAt - playedMs, playedMs, recordingMbid: null, isrc: null, ...names }
}

type Names = Pick<Listen, 'kind' | 'artistName' | 'title' | 'releaseTitle' | 'showTitle'>

function readNames(row: Row): Names | FieldProblem {
  if (typeof row['master_metadata_track_name'] === 'string') {
    const names = valuesOf({
      master_metadata_track_name: checkName(row['master_metadata_track_name']),
      master_metadata_album_artist_name: checkName(row['master_metadata_album_artist_name']),
      master_metadata_album_album_name: checkOptionalName(row['master_metadata_album_album_name']),
    })
    if (!names.ok) return names
    const { master_metadata_track_name: title, master_metadata_album_artist_name: artistName, master_metadata_album_album_name: releaseTitle } = names.value
    return { kind: 'track', title, artistName, releaseTitle, showTitle: null }
  }
  if (typeof row['episode_name'] === 'string') {
    const names = valuesOf({ episode_name: checkName(row['episode_name']), episode_show_name: checkName(row['episode_show_name']) })
    return names.ok
      ? { kind: 'episode', title: names.value.episode_name, artistName: null, releaseTitle: null, showTitle: names.value.episode_show_name }
      : names
  }
  return nothingToPlay(row)
}

function nothingToPlay(row: Row): FieldProblem {
  const isAudiobook = typeof row['audiobook_title'] === 'string' || typeof row['audiobook_uri'] === 'string'
  if (isAudiobook) return { field: 'audiobook_title', message: 'an audiobook: neither a track nor an episode' }
  return { field: 'master_metadata_track_name', message: 'names neither a track nor an episode' }
}

function checkStreamed(value: unknown): Checked<number> {
  if (value === undefined || value === null) return { ok: false, message: 'missing' }
  const checked = checkPlayedMs(typeof value === 'number' ? value : Number.NaN)
  return checked.ok && checked.value !== null ? { ok: true, value: checked.value } : { ok: false, message: 'not a number of milliseconds' }
}

function checkEnd(value: unknown, now: number): Checked<number> {
  if (value === undefined || value === null) return { ok: false, message: 'missing' }
  const isMoment = typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(value)
  return checkMoment(isMoment ? Date.parse(value) : Number.NaN, now)
}
