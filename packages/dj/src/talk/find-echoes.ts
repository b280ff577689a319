import type { Database } from '@linernotes/database'
import { artistPlays, type Taste } from '@linernotes/listening'
import { sql, type Kysely } from 'kysely'
import { clock } from './clock.js'
import { lovedTracks, type LovedTrack } from './loved-tracks.js'
import { pairEvidence, type Shared } from './pair-evidence.js'
import { countriesOf, recordSizesOf } from './echo.queries.js'
import { remixerIn } from './remixer-in.js'
import type { TalkGround } from './talk-ground.js'
import { keyOf, type TalkIdea } from './talk-idea.js'

const LEAST_PLAYS = 3
/** Ten tracks are a record like any other; of 2,000 free releases one in eight has so many. */
const MANY_TRACKS = 15
/** Of fewer it cannot be said that most are from somewhere. */
const FEWEST_KNOWN = 4

const worth: Readonly<Partial<Record<Shared, number>>> = {
  remixer: 2.4,
  title: 2.4,
  compilation: 1.8,
  record: 1.8,
  label: 1.4,
  country: 1.3,
  tracks: 1.2,
  length: 1.1,
}

/** Titles that many tracks have: no coincidence. */
const plainTitles: ReadonlySet<string> = new Set(['intro', 'outro', 'untitled', 'interlude', 'prelude', 'live', 'bonus track'])

interface Echo {
  readonly shared: Shared
  readonly value: string
  readonly other: LovedTrack
}

/** What an item shares with something that the listener loved, beyond the genre: of each kind the one that they played most. */
export async function findEchoes(db: Kysely<Database>, { traits, facts, taste }: TalkGround): Promise<readonly TalkIdea[]> {
  const source = facts.find(({ property }) => property === 'item')?.source
  if (taste === null || traits.kind !== 'track' || traits.title === '' || traits.by === '' || source === undefined) return []
  const loved = await lovedTracks(db, taste)
  const item = loved.length === 0 ? null : await readItem(db, traits.itemId)
  if (item === null) return []
  const others = loved.filter(({ id, artistId }) => id !== item.id && !item.artistIds.includes(artistId))
  const echoes = [
    ...echoesIn(item, others),
    ...(await compilationsOf(db, item, others)),
    ...(await compatriotsOf(db, item, others)),
    ...(await equalRecordsOf(db, item, others)),
  ]
  const best = new Map(echoes.toReversed().map((echo) => [echo.shared, echo]))
  return [...best.values()].flatMap((echo): readonly TalkIdea[] => {
    const { shared, value, other } = echo
    const plays = bestYear(taste, other.artistId)
    if (plays === null) return []
    const pair = { itemId: item.id, title: traits.title, artist: traits.by, otherTitle: other.title, otherArtist: other.artist, shared, value }
    const evidence = pairEvidence('echo', { ...pair, source, query: queryOf(echo, item.id) })
    const keys = [keyOf(evidence), keyOf(plays), `plays of ${other.artistId}`, `echo ${shared} ${value}`]
    return [{ kind: 'echo', reason: shared === 'label' ? 'same-label' : 'rediscovery', evidence: [evidence, plays], keys, worth: 1.3 * (worth[shared] ?? 1) }]
  })
}

/** Rows that are the same in both, most played first within a kind. */
function echoesIn(item: ItemRow, others: readonly LovedTrack[]): readonly Echo[] {
  const remixer = remixerIn(item.title)?.toLowerCase()
  return others.flatMap((other): readonly Echo[] => {
    const found: Echo[] = []
    const add = (shared: Shared, value: string): void => void found.push({ shared, value, other })
    if (item.label !== null && item.labelKey !== null && item.labelKey === other.labelKey && item.releaseId !== other.releaseId) add('label', item.label)
    if (item.releaseTitle !== null && item.releaseId === other.releaseId) add('record', item.releaseTitle)
    if (item.titleKey === other.titleKey && item.titleKey.length > 3 && !plainTitles.has(item.titleKey)) add('title', other.title)
    if (item.durationMs !== null && other.durationMs !== null && clock(item.durationMs) === clock(other.durationMs)) add('length', clock(item.durationMs))
    if (remixer === other.artist.toLowerCase()) add('remixer', other.artist)
    return found
  })
}

interface ItemRow {
  readonly id: string
  readonly title: string
  readonly titleKey: string
  readonly durationMs: number | null
  readonly releaseId: string | null
  readonly releaseTitle: string | null
  readonly label: string | null
  readonly labelKey: string | null
  readonly artistIds: readonly string[]
}

async function readItem(db: Kysely<Database>, itemId: string): Promise<ItemRow | null> {
  const { rows } = await sql<ItemRow>`
    select t.id, t.title, t.title_key as "titleKey", t.duration_ms as "durationMs", r.id as "releaseId", r.title as "releaseTitle",
      case when r.label ~ '[[:alnum:]]' then r.label end as label, r.label_key as "labelKey",
      array(select artist_id from track_artists where track_id = t.id order by position) as "artistIds"
    from tracks t left join releases r on r.id = t.release_id where t.id = ${itemId}`.execute(db)
  return rows[0] ?? null
}

/** Compilations that hold a maker of the item and somebody whom the listener loved. */
async function compilationsOf(db: Kysely<Database>, item: ItemRow, others: readonly LovedTrack[]): Promise<readonly Echo[]> {
  if (item.artistIds.length === 0) return []
  const { rows } = await sql<{ title: string; artistId: string }>`
    select distinct r.title, c.artist_id as "artistId" from releases r join tracks t on t.release_id = r.id join track_artists c on c.track_id = t.id
    where r.is_compilation and r.id in (select own.release_id from tracks own join track_artists by on by.track_id = own.id where by.artist_id in (${sql.join([...item.artistIds])}))
    order by 1, 2`.execute(db)
  const titleOf = new Map(rows.toReversed().map(({ title, artistId }) => [artistId, title]))
  return others.flatMap((other): readonly Echo[] => {
    const title = titleOf.get(other.artistId)
    return title === undefined ? [] : [{ shared: 'compilation', value: title, other }]
  })
}

/** Whoever MusicBrainz names the same country for. Where most of what was loved is from there, that is no coincidence, and nothing to tell. */
async function compatriotsOf(db: Kysely<Database>, item: ItemRow, others: readonly LovedTrack[]): Promise<readonly Echo[]> {
  const [maker] = item.artistIds
  if (maker === undefined) return []
  const countries = await countriesOf(db, [maker, ...others.map(({ artistId }) => artistId)])
  const own = countries.get(maker)
  if (own === undefined) return []
  const known = new Map(others.flatMap(({ artistId }) => (countries.has(artistId) ? [[artistId, countries.get(artistId)] as const] : [])))
  const same = [...known.values()].filter((country) => country === own).length
  if (known.size >= FEWEST_KNOWN && same > known.size / 2) return []
  return others.flatMap((other): readonly Echo[] => (known.get(other.artistId) === own ? [{ shared: 'country', value: own, other }] : []))
}

/** Records that are here whole and have as many tracks, where so many are rare. */
async function equalRecordsOf(db: Kysely<Database>, item: ItemRow, others: readonly LovedTrack[]): Promise<readonly Echo[]> {
  const { releaseId } = item
  if (releaseId === null) return []
  const sizes = await recordSizesOf(db, [releaseId, ...others.flatMap((other) => other.releaseId ?? [])])
  const own = sizes.get(releaseId)
  if (own === undefined || own < MANY_TRACKS) return []
  return others.flatMap((other): readonly Echo[] =>
    other.releaseId !== null && other.releaseId !== releaseId && sizes.get(other.releaseId) === own ? [{ shared: 'tracks', value: String(own), other }] : [],
  )
}

/** How often in the best year; in all, where there was only one. */
function bestYear(taste: Taste, artistId: string): ReturnType<typeof artistPlays> {
  const artist = taste.artists.get(artistId)
  if (artist === undefined || artist.plays < LEAST_PLAYS) return null
  const [year, plays] = [...artist.years].toSorted(([, one], [, other]) => other - one)[0] ?? [null, 0]
  return artistPlays(taste, artistId, plays >= LEAST_PLAYS ? year : null)
}

function queryOf({ shared, other }: Echo, itemId: string): string {
  const both = `('${itemId}', '${other.id}')`
  if (shared === 'tracks')
    return `select release_id, count(*) from tracks where release_id in (select release_id from tracks where id in ${both}) group by release_id`
  if (shared === 'country')
    return `select c.credited_name, f.values ->> 'country' from track_artists c join facts f on f.subject_id = c.artist_id and f.property = 'artist-country' where c.track_id in ${both}`
  const columns: Readonly<Partial<Record<Shared, string>>> = { label: 'r.label', record: 'r.title', title: 't.title', length: 't.duration_ms' }
  return `select t.title, ${columns[shared] ?? 't.title'} from tracks t left join releases r on r.id = t.release_id where t.id in ${both}`
}
