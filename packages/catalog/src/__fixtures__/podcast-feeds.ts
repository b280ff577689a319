import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { findEpisodes, findShows, importPodcastFeed, type Episode, type ImportReport, type Show } from '../index.js'

const namespaces =
  'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:psc="http://podlove.org/simple-chapters"'
/** A feed with this inside its channel. */
export const rss = (body: string, declared = namespaces): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ${declared}><channel>${body}</channel></rss>`
export const item = (guid: string, title: string, more = ''): string => `<item><title>${title}</title><guid isPermaLink="false">${guid}</guid>${more}</item>`

/** What became of a feed. */
export interface ImportedFeed {
  readonly report: ImportReport
  readonly show: Show
  /** By guid. */
  readonly episodes: ReadonlyMap<string, Episode>
}

/** Imports a feed, and reads back what is in the database. */
export async function importFeed(db: Kysely<Database>, xml: string | Uint8Array, url: string | null): Promise<ImportedFeed> {
  const { report, showId } = await importPodcastFeed({ db, now: () => Date.UTC(2026, 0, 2), signal: AbortSignal.timeout(10_000) }, xml, url)
  const show = (await findShows(db, [showId])).get(showId)
  if (show === undefined) throw new Error('no show')
  const ids = await db.selectFrom('episodes').select('id').where('show_id', '=', showId).execute()
  const episodes = await findEpisodes(
    db,
    ids.map(({ id }) => id),
  )
  return { report, show, episodes: new Map([...episodes.values()].map((episode) => [episode.guid, episode])) }
}
