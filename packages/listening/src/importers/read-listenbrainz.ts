import type { Listen } from '../listen.js'
import { checkIsrc, checkMbid, checkMoment, checkName, checkOptionalName, valuesOf, type Checked, type FieldProblem } from '../listen-checks.js'
import { isRecord } from './parse-row.js'

type Row = Readonly<Record<string, unknown>>

/** ListenBrainz accepts no listen that is larger. https://listenbrainz.readthedocs.io/en/latest/users/json.html */
const largestListen = 10_240
const mbidFields = ['release_mbid', 'release_group_mbid', 'track_mbid']
const mbidListFields = ['artist_mbids', 'work_mbids']

/** A row of a ListenBrainz export or submission. What ListenBrainz itself refuses is refused. */
export function readListenBrainzRow(row: Row, now: number): Listen | FieldProblem {
  if (JSON.stringify(row).length > largestListen) return { field: 'track_metadata', message: `too large: more than ${largestListen} characters` }
  const { listened_at: listenedAt, track_metadata: metadata } = row
  if (!isRecord(metadata)) return { field: 'track_metadata', message: metadata === undefined || metadata === null ? 'missing' : 'expected an object' }
  const info = isRecord(metadata['additional_info']) ? metadata['additional_info'] : {}
  const mapping = isRecord(metadata['mbid_mapping']) ? metadata['mbid_mapping'] : {}
  const values = valuesOf({
    listened_at: checkSeconds(listenedAt, now),
    artist_name: checkName(metadata['artist_name']),
    track_name: checkName(metadata['track_name']),
    release_name: checkOptionalName(metadata['release_name']),
    'additional_info.recording_mbid': checkMbid(info['recording_mbid']),
    'mbid_mapping.recording_mbid': checkMbid(mapping['recording_mbid']),
    'additional_info.duration_played': checkPlayedSeconds(info['duration_played']),
  })
  if (!values.ok) return values
  // ListenBrainz takes any text as an ISRC: one that is none says nothing, and the listen stands.
  const isrc = checkIsrc(info['isrc'])
  const problem = checkInfo(info)
  if (problem !== null) return problem
  return {
    itemId: null,
    kind: 'track',
    playedAt: values.value.listened_at,
    playedMs: values.value['additional_info.duration_played'],
    artistName: values.value.artist_name,
    title: values.value.track_name,
    releaseTitle: values.value.release_name,
    showTitle: null,
    recordingMbid: values.value['additional_info.recording_mbid'] ?? values.value['mbid_mapping.recording_mbid'],
    isrc: isrc.ok ? isrc.value : null,
  }
}

function checkInfo(info: Row): FieldProblem | null {
  for (const field of mbidFields) if (!checkMbid(info[field]).ok) return { field: `additional_info.${field}`, message: 'not a MusicBrainz id' }
  for (const field of mbidListFields) {
    const ids = info[field] ?? []
    if (!Array.isArray(ids) || !ids.every((id) => checkMbid(id).ok)) return { field: `additional_info.${field}`, message: 'not a list of MusicBrainz ids' }
  }
  if ('duration' in info && 'duration_ms' in info) return { field: 'additional_info.duration', message: 'given twice: as duration and as duration_ms' }
  for (const field of ['duration', 'duration_ms']) {
    if (field in info && !(Number(info[field] ?? Number.NaN) > 0)) return { field: `additional_info.${field}`, message: 'not a length' }
  }
  return null
}

function checkSeconds(value: unknown, now: number): Checked<number> {
  if (value === undefined || value === null) return { ok: false, message: 'missing' }
  const isNumber = typeof value === 'number' || (typeof value === 'string' && /^\d{1,20}$/.test(value))
  return checkMoment(isNumber ? Number(value) * 1000 : Number.NaN, now)
}

function checkPlayedSeconds(value: unknown): Checked<number | null> {
  if (value === undefined || value === null) return { ok: true, value: null }
  const isLength = typeof value === 'number' && value >= 0 && value < 2_000_000
  return isLength ? { ok: true, value: Math.round(value * 1000) } : { ok: false, message: 'not a number of seconds' }
}

/** A line of Pano Scrobbler's export. */
export function readPanoScrobblerRow(row: Row, now: number): Listen | FieldProblem {
  if (row['event'] !== undefined && row['event'] !== 'scrobble') return { field: 'event', message: 'not a scrobble' }
  const values = valuesOf({
    timeMs: checkMoment(typeof row['timeMs'] === 'number' ? row['timeMs'] : Number.NaN, now),
    artist: checkName(row['artist']),
    track: checkName(row['track']),
    album: checkOptionalName(row['album']),
  })
  if (!values.ok) return values
  return scrobble(values.value.timeMs, values.value.artist, values.value.track, values.value.album, null)
}

/** A scrobble of Maloja's export. */
export function readMalojaRow(row: Row, now: number): Listen | FieldProblem {
  const track = isRecord(row['track']) ? row['track'] : {}
  const artists = Array.isArray(track['artists']) ? track['artists'] : []
  const album = isRecord(track['album']) ? track['album'] : {}
  const values = valuesOf({
    time: checkSeconds(row['time'], now),
    'track.title': checkName(track['title']),
    'track.artists': checkName(artists.every((artist) => typeof artist === 'string') ? artists.join(', ') : artists),
    'track.album.albumtitle': checkOptionalName(album['albumtitle']),
    duration: checkPlayedSeconds(row['duration']),
  })
  if (!values.ok) return values
  return scrobble(values.value.time, values.value['track.artists'], values.value['track.title'], values.value['track.album.albumtitle'], values.value.duration)
}

function scrobble(playedAt: number, artistName: string, title: string, releaseTitle: string | null, playedMs: number | null): Listen {
  return { itemId: null, kind: 'track', playedAt, playedMs, artistName, title, releaseTitle, showTitle: null, recordingMbid: null, isrc: null }
}
