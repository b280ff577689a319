import { entityKind } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import type { Taste } from '@linernotes/listening'
import { sql, type Kysely } from 'kysely'
import type { Wishes } from '../wishes.js'

/** Items of what was named: itself, or what an artist, a release or a show has; what the listener played most comes first, then by id. */
export async function itemsOf(
  db: Kysely<Database>,
  id: string,
  taste: Taste | null,
): Promise<{ readonly kind: 'track' | 'episode'; readonly ids: readonly string[] }> {
  const kind = entityKind(id)
  if (kind === 'track' || kind === 'episode') return { kind, ids: [id] }
  if (kind === 'show') {
    const rows = await db
      .selectFrom('episodes')
      .select('id')
      .where('show_id', '=', id)
      .where('episode_type', '=', 'full')
      .orderBy('published_at', 'desc')
      .limit(50)
      .execute()
    return { kind: 'episode', ids: rows.map((row) => row.id) }
  }
  if (kind === 'artist') {
    const rows = await db.selectFrom('track_artists').select('track_id').distinct().where('artist_id', '=', id).orderBy('track_id').limit(200).execute()
    return {
      kind: 'track',
      ids: mostPlayedFirst(
        rows.map((row) => row.track_id),
        taste,
      ),
    }
  }
  if (kind === 'release') {
    const rows = await db.selectFrom('tracks').select('id').where('release_id', '=', id).orderBy('disc_number').orderBy('track_number').limit(100).execute()
    return { kind: 'track', ids: rows.map((row) => row.id) }
  }
  return { kind: 'track', ids: [] }
}

function mostPlayedFirst(ids: readonly string[], taste: Taste | null): readonly string[] {
  const plays = (id: string): number => taste?.items.get(id)?.plays ?? 0
  return ids.toSorted((one, other) => plays(other) - plays(one))
}

/** Tracks that the listener played of those whom they played most in one year, and hardly at all in the last one. */
export function lovedIn(taste: Taste, year: number, artists: number): readonly string[] {
  return [...taste.artists.values()]
    .flatMap((artist) => ((artist.years.get(year) ?? 0) >= 3 ? [{ artistId: artist.artistId, plays: artist.years.get(year) ?? 0 }] : []))
    .toSorted((one, other) => other.plays - one.plays)
    .slice(0, artists)
    .map(({ artistId }) => artistId)
}

const lower = (tags: readonly string[]): string[] => tags.map((tag) => tag.toLowerCase())

const tagged = (tags: readonly string[]) => sql`exists (select from release_tags g where g.release_id = r.id and lower(g.tag) = any(${lower(tags)}::text[]))`

/** Items of the whole catalogue that are as wished, in an order that the seed chooses. */
export async function itemsAsWished(db: Kysely<Database>, wishes: Wishes, seed: number, limit: number): Promise<readonly string[]> {
  const { years, onlyTags, withoutTags, length, withoutIds } = wishes
  const { rows } = await sql<{ id: string }>`
    select t.id from tracks t join releases r on r.id = t.release_id
    where (${years?.from ?? null}::int is null or r.release_year >= ${years?.from ?? null}::int)
      and (${years?.to ?? null}::int is null or r.release_year <= ${years?.to ?? null}::int)
      and (${length?.minMs ?? null}::int is null or t.duration_ms >= ${length?.minMs ?? null}::int)
      and (${length?.maxMs ?? null}::int is null or t.duration_ms <= ${length?.maxMs ?? null}::int)
      and (${onlyTags.length === 0} or ${tagged(onlyTags)}) and not ${tagged(withoutTags)}
      and t.id <> all(${[...withoutIds]}::text[])
      and not exists (select from track_artists c where c.track_id = t.id and c.artist_id = any(${[...withoutIds]}::text[]))
    order by md5(t.id || ${String(seed)}::text), t.id limit ${limit}::int`.execute(db)
  return rows.map(({ id }) => id)
}

/** Full episodes about something, newest first: tagged so, or named so. */
export async function episodesAbout(db: Kysely<Database>, topic: string | null, maxMs: number | null, limit: number): Promise<readonly string[]> {
  const pattern = `%${(topic ?? '').toLowerCase().replaceAll(/[\\%_]/gu, (sign) => `\\${sign}`)}%`
  const { rows } = await sql<{ id: string }>`
    select e.id from episodes e
    where e.episode_type = 'full' and (${maxMs}::int is null or e.duration_ms <= ${maxMs}::int)
      and (${topic}::text is null or lower(e.title) like ${pattern}::text
        or exists (select from episode_tags g where g.episode_id = e.id and lower(g.tag) like ${pattern}::text))
    order by exists (select from episode_tags g where g.episode_id = e.id and lower(g.tag) = lower(${topic}::text)) desc, e.published_at desc nulls last, e.id
    limit ${limit}::int`.execute(db)
  return rows.map(({ id }) => id)
}
