import { nameKey } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import { matchKeyOf, type Listen } from './listen.js'

/** What a listen says about the thing that was played. */
export type Description = Pick<Listen, 'kind' | 'artistName' | 'showTitle' | 'title' | 'releaseTitle' | 'recordingMbid' | 'isrc'>

interface Candidate {
  readonly id: string
  readonly mbid: string | null
  readonly titleKey: string
  readonly releaseKey: string | null
  readonly releaseYear: number | null
  readonly durationMs: number | null
  readonly isrcs: readonly string[]
  readonly credits: readonly { readonly key: string; readonly name: string; readonly join: string }[]
}
/** Two lengths of one recording, as different catalogues round them. */
const sameLengthMs = 2000

/**
 * The item of each description, or null: by recording MBID, by ISRC, then by artist and title. Several candidates are one match
 * only if they are the same recording, or if one alone is on the release that was named: a wrong match is worse than none.
 */
export async function matchListens(db: Kysely<Database>, descriptions: readonly Description[]): Promise<(string | null)[]> {
  const tracks = await findTrackCandidates(
    db,
    descriptions.filter((description) => description.kind === 'track'),
  )
  const episodes = await findEpisodeCandidates(
    db,
    descriptions.filter((description) => description.kind === 'episode'),
  )
  return descriptions.map((description) => {
    if (description.kind === 'track') return chooseTrack(description, tracks)
    const found = episodes.get(matchKeyOf(description) ?? '')
    return found?.length === 1 ? (found[0] ?? null) : null
  })
}

interface TrackCandidates {
  readonly byMbid: ReadonlyMap<string, Candidate>
  readonly byIsrc: ReadonlyMap<string, readonly Candidate[]>
  readonly byName: ReadonlyMap<string, readonly Candidate[]>
}

function chooseTrack(description: Description, candidates: TrackCandidates): string | null {
  const { recordingMbid, isrc } = description
  const recorded = recordingMbid === null ? undefined : candidates.byMbid.get(recordingMbid)
  if (recorded !== undefined) return recorded.id
  for (const found of [isrc === null ? [] : candidates.byIsrc.get(isrc), candidates.byName.get(matchKeyOf(description) ?? '')]) {
    // Another MBID is another recording, whatever the names say.
    const possible = (found ?? []).filter(({ mbid }) => mbid === null || recordingMbid === null)
    const chosen = chooseOne(possible, description.releaseTitle)
    if (chosen !== null) return chosen
  }
  return null
}

function chooseOne(found: readonly Candidate[], releaseTitle: string | null): string | null {
  const onRelease = releaseTitle === null ? [] : found.filter((candidate) => candidate.releaseKey === nameKey(releaseTitle))
  const [first, ...others] = (onRelease.length > 0 ? onRelease : found).toSorted(
    (one, other) => (one.releaseYear ?? Infinity) - (other.releaseYear ?? Infinity) || (one.id < other.id ? -1 : 1),
  )
  if (first === undefined || !others.every((other) => isSameRecording(first, other))) return null
  return first.id
}

function isSameRecording(one: Candidate, other: Candidate): boolean {
  if (one.mbid !== null && one.mbid === other.mbid) return true
  if (one.isrcs.some((isrc) => other.isrcs.includes(isrc))) return true
  if (one.mbid !== null && other.mbid !== null) return false
  return one.durationMs !== null && other.durationMs !== null && Math.abs(one.durationMs - other.durationMs) <= sameLengthMs
}

async function findTrackCandidates(db: Kysely<Database>, descriptions: readonly Description[]): Promise<TrackCandidates> {
  const list = (pick: (description: Description) => string | null): string =>
    JSON.stringify([...new Set(descriptions.map(pick).filter((value) => value !== null))])
  const titles = list(({ title }) => (title === null ? null : nameKey(title)))
  if (descriptions.length === 0) return { byMbid: new Map(), byIsrc: new Map(), byName: new Map() }
  const { rows } = await sql<Candidate>`
    with found as (
      select id from tracks where title_key in (select json_array_elements_text(${titles}::json))
      union select id from tracks where mbid in (select json_array_elements_text(${list(({ recordingMbid }) => recordingMbid)}::json))
      union select track_id from track_isrcs where isrc in (select json_array_elements_text(${list(({ isrc }) => isrc)}::json))
    )
    select t.id, t.mbid, t.title_key as "titleKey", r.title_key as "releaseKey", r.release_year as "releaseYear", t.duration_ms as "durationMs",
      (select coalesce(json_agg(i.isrc), '[]') from track_isrcs i where i.track_id = t.id) as isrcs,
      (select coalesce(json_agg(json_build_object('key', a.name_key, 'name', c.credited_name, 'join', c.join_phrase) order by c.position), '[]')
        from track_artists c join artists a on a.id = c.artist_id where c.track_id = t.id) as credits
    from found join tracks t on t.id = found.id left join releases r on r.id = t.release_id`.execute(db)
  const byName = rows.flatMap((candidate) => namesOf(candidate).map((name) => ({ key: `${name}\n${candidate.titleKey}`, candidate })))
  return {
    byMbid: new Map(rows.flatMap((candidate) => (candidate.mbid === null ? [] : [[candidate.mbid, candidate]]))),
    byIsrc: group(rows.flatMap((candidate) => candidate.isrcs.map((key) => ({ key, candidate })))),
    byName: group(byName),
  }
}

/** Everybody who is credited, as their name is and as it is written there, and the whole credit. */
function namesOf(candidate: Candidate): string[] {
  const whole = candidate.credits.map((credit) => credit.name + credit.join).join('')
  return [...new Set([...candidate.credits.flatMap((credit) => [credit.key, nameKey(credit.name)]), nameKey(whole)])]
}

function group(pairs: readonly { readonly key: string; readonly candidate: Candidate }[]): Map<string, Candidate[]> {
  return new Map([...Map.groupBy(pairs, ({ key }) => key)].map(([key, members]) => [key, members.map(({ candidate }) => candidate)]))
}

async function findEpisodeCandidates(db: Kysely<Database>, descriptions: readonly Description[]): Promise<Map<string, string[]>> {
  const titles = descriptions.flatMap(({ title }) => (title === null ? [] : [nameKey(title)]))
  if (titles.length === 0) return new Map()
  const { rows } = await sql<{ id: string; key: string }>`
    select e.id, s.title_key || chr(10) || e.title_key as key from episodes e join shows s on s.id = e.show_id
    where e.title_key in (select json_array_elements_text(${JSON.stringify(titles)}::json))`.execute(db)
  return new Map([...Map.groupBy(rows, ({ key }) => key)].map(([key, members]) => [key, members.map(({ id }) => id)]))
}
