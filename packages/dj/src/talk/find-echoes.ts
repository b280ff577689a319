import type { Database } from '@linernotes/database'
import { artistPlays, type Taste } from '@linernotes/listening'
import { sql, type Kysely } from 'kysely'
import { clock } from './clock.js'
import { pairEvidence, type Shared } from './pair-evidence.js'
import { remixerIn } from './remixer-in.js'
import type { TalkGround } from './talk-ground.js'
import { keyOf, type TalkIdea } from './talk-idea.js'

/** Tracks of the listener's past that an item is held against, most played first. */
const MOST_LOVED = 400
const LEAST_PLAYS = 3

const worth: Readonly<Partial<Record<Shared, number>>> = {
  remixer: 2.4,
  compilation: 1.8,
  title: 2.4,
  record: 1.8,
  country: 1.6,
  label: 1.4,
  length: 1.2,
  longest: 0.9,
}

interface EchoRow {
  readonly shared: Shared
  readonly value: string
  readonly otherId: string
  readonly otherTitle: string
  readonly otherArtist: string
  readonly otherArtistId: string
}

/** What an item shares with something that the listener loved, beyond the genre. */
export async function findEchoes(db: Kysely<Database>, { traits, facts, taste }: TalkGround): Promise<readonly TalkIdea[]> {
  const source = facts.find(({ property }) => property === 'item')?.source
  if (taste === null || traits.kind !== 'track' || traits.title === '' || traits.by === '' || source === undefined) return []
  const loved = lovedTracks(taste)
  if (loved.length === 0) return []
  const rows = await readEchoes(db, traits.itemId, loved, remixerIn(traits.title))
  const place = new Map(loved.map((id, index) => [id, index]))
  const best = new Map<Shared, EchoRow>()
  for (const row of rows) {
    const known = best.get(row.shared)
    if (known === undefined || (place.get(row.otherId) ?? Infinity) < (place.get(known.otherId) ?? Infinity)) best.set(row.shared, row)
  }
  return [...best.values()].flatMap((row): readonly TalkIdea[] => {
    const plays = bestYear(taste, row.otherArtistId)
    if (plays === null) return []
    const pair = { itemId: traits.itemId, title: traits.title, artist: traits.by, otherTitle: row.otherTitle, otherArtist: row.otherArtist, shared: row.shared }
    const evidence = pairEvidence('echo', { ...pair, value: row.value, source, query: queryOf(row, traits.itemId) })
    const keys = [keyOf(evidence), keyOf(plays), `plays of ${row.otherArtistId}`, `echo ${row.shared} ${row.value}`]
    return [
      { kind: 'echo', reason: row.shared === 'label' ? 'same-label' : 'rediscovery', evidence: [evidence, plays], keys, worth: 1.2 * (worth[row.shared] ?? 1) },
    ]
  })
}

function lovedTracks(taste: Taste): readonly string[] {
  return [...taste.items.values()]
    .filter(({ kind, plays }) => kind === 'track' && plays >= 2)
    .slice(0, MOST_LOVED)
    .map(({ itemId }) => itemId)
}

/** How often in the best year; in all, where there was only one. */
function bestYear(taste: Taste, artistId: string): ReturnType<typeof artistPlays> {
  const artist = taste.artists.get(artistId)
  if (artist === undefined || artist.plays < LEAST_PLAYS) return null
  const [year, plays] = [...artist.years].toSorted(([, one], [, other]) => other - one)[0] ?? [null, 0]
  return artistPlays(taste, artistId, plays >= LEAST_PLAYS ? year : null)
}

/** By exact comparison of rows: the first artist of the other track is somebody else than those of the item. */
async function readEchoes(db: Kysely<Database>, itemId: string, loved: readonly string[], remixer: string | null): Promise<readonly EchoRow[]> {
  const { rows } = await sql<EchoRow>`
    with item as (
      select t.id, t.title_key, t.duration_ms, t.release_id, r.label_key, r.label, r.is_compilation, r.title as release_title
      from tracks t left join releases r on r.id = t.release_id where t.id = ${itemId}),
    loved as (
      select t.id, t.title, t.title_key, t.duration_ms, t.release_id, r.label_key, a.id as artist_id, a.name as artist
      from unnest(${[...loved]}::text[]) wanted (id) join tracks t on t.id = wanted.id left join releases r on r.id = t.release_id
      join track_artists c on c.track_id = t.id and c.position = (select min(position) from track_artists where track_id = t.id) join artists a on a.id = c.artist_id
      where not a.is_special_purpose and t.id <> ${itemId}
        and not exists (select from track_artists own where own.track_id = ${itemId} and own.artist_id = a.id))
    select 'label' as shared, item.label as value, loved.id as "otherId", loved.title as "otherTitle", loved.artist as "otherArtist", loved.artist_id as "otherArtistId"
      from item join loved on loved.label_key = item.label_key and loved.release_id <> item.release_id where item.label ~ '[[:alnum:]]'
    union all select 'record', item.release_title, loved.id, loved.title, loved.artist, loved.artist_id from item join loved on loved.release_id = item.release_id
    union all select 'title', loved.title, loved.id, loved.title, loved.artist, loved.artist_id
      from item join loved on loved.title_key = item.title_key where length(item.title_key) > 3 and item.title_key not in ('intro', 'outro', 'untitled', 'interlude')
    union all select 'length', loved.duration_ms::text, loved.id, loved.title, loved.artist, loved.artist_id
      from item join loved on loved.duration_ms / 1000 = item.duration_ms / 1000
    union all select 'remixer', loved.artist, loved.id, loved.title, loved.artist, loved.artist_id from loved where lower(loved.artist) = ${remixer?.toLowerCase() ?? null}::text
    union all (select 'compilation', r.title, loved.id, loved.title, loved.artist, loved.artist_id
      from track_artists own join track_artists both_on on both_on.artist_id = own.artist_id join tracks shared on shared.id = both_on.track_id
        join releases r on r.id = shared.release_id and r.is_compilation join tracks others on others.release_id = r.id
        join track_artists c on c.track_id = others.id join loved on loved.artist_id = c.artist_id
      where own.track_id = ${itemId} limit 20)
    order by 1, 3`.execute(db)
  return rows.map((row) => (row.shared === 'length' ? { ...row, value: clock(Number(row.value)) } : row))
}

function queryOf(row: EchoRow, itemId: string): string {
  const ids = `('${itemId}', '${row.otherId}')`
  const columns: Readonly<Partial<Record<Shared, string>>> = { label: 'r.label', record: 'r.title', title: 't.title', length: 't.duration_ms' }
  return `select t.title, ${columns[row.shared] ?? 't.title'} from tracks t left join releases r on r.id = t.release_id where t.id in ${ids}`
}
