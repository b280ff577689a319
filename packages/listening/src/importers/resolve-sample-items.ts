import { entityId } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'

export interface SampleItem {
  readonly id: string
  readonly kind: 'track' | 'episode'
}

/** Finds the items of the sample by their identity in their own source: a place on a release, or a guid. null where the catalogue has none. */
export async function resolveSampleItems(db: Kysely<Database>, sources: readonly string[]): Promise<(SampleItem | null)[]> {
  const parsed = sources.map(parseSource)
  const tracks = await findTracksByPlace(db, [...new Set(parsed.flatMap((source) => (source?.kind === 'track' ? [source.releaseId] : [])))])
  const episodes = await findEpisodesByGuid(
    db,
    parsed.flatMap((source) => (source?.kind === 'episode' ? [source.guid] : [])),
  )
  return parsed.map((source) => {
    if (source === null) return null
    const id = source.kind === 'track' ? tracks.get(source.place) : episodes.get(source.guid)
    return id === undefined ? null : { id, kind: source.kind }
  })
}

type SampleSource = { readonly kind: 'track'; readonly releaseId: string; readonly place: string } | { readonly kind: 'episode'; readonly guid: string }

function parseSource(text: string): SampleSource | null {
  const unquoted = text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text
  const track = /^freemusicc:(.+)\/(\d+)\/(\d+)$/.exec(unquoted)
  if (track !== null) {
    const releaseId = entityId('release', 'freemusicc', track[1] ?? '')
    return { kind: 'track', releaseId, place: placeOf(releaseId, Number(track[2]), Number(track[3])) }
  }
  const episode = /^(?:jupiter|changelog):(.+)$/.exec(unquoted)
  return episode === null ? null : { kind: 'episode', guid: episode[1] ?? '' }
}

/** A number that is not known is written as 0. */
function placeOf(releaseId: string, disc: number, track: number): string {
  return `${releaseId}/${disc}/${track}`
}

async function findTracksByPlace(db: Kysely<Database>, releaseIds: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (let start = 0; start < releaseIds.length; start += 5000) {
    const rows = await db
      .selectFrom('tracks')
      .select(['id', 'release_id', 'disc_number', 'track_number'])
      .where('release_id', 'in', releaseIds.slice(start, start + 5000))
      .execute()
    for (const row of rows) found.set(placeOf(row.release_id ?? '', row.disc_number ?? 0, row.track_number ?? 0), row.id)
  }
  return found
}

async function findEpisodesByGuid(db: Kysely<Database>, guids: readonly string[]): Promise<Map<string, string>> {
  if (guids.length === 0) return new Map()
  const rows = await db.selectFrom('episodes').select(['id', 'guid']).where('guid', 'in', guids).execute()
  return new Map(rows.map((row) => [row.guid, row.id]))
}
