import { setImmediate as nextTurn } from 'node:timers/promises'
import { bumpDataVersion, type Database } from '@linernotes/database'
import { parseRssFeed, type RssFeed } from 'feedsmith'
import type { Kysely } from 'kysely'
import type { Source } from '../../evidence.js'
import { ImportFormatError, type ImportContext, type ImportReport } from '../../import-report.js'
import { ImportTally } from '../../import-tally.js'
import { upsertSource } from '../../sources.queries.js'
import type { EpisodeDraft, ShowDraft } from '../podcasts/podcast-drafts.js'
import { storeEpisodes } from '../podcasts/store-episodes.js'
import { storeShow } from '../podcasts/store-show.js'
import { decodeXml } from './decode-xml.js'
import { elementText } from './feed-fields.js'
import { splitFeed, type SplitFeed, type XmlPiece } from './split-feed.js'
import { spdxLicence } from './spdx-licence.js'
import { toEpisode, type ItemResult } from './to-episode.js'
import { toShow } from './to-show.js'

export const MOST_FEED_BYTES = 30_000_000
const MOST_ITEMS = 50_000
const BATCH = 500
/** Items that are read before others get a turn. */
const TURN = 50

/** Imports an RSS 2.0 feed with Podcasting 2.0 tags. Throws ImportFormatError where it is none; a broken item is rejected, with its number from 1 as the line. */
export async function importPodcastFeed(
  context: ImportContext,
  xml: Uint8Array | string,
  feedUrl: string | null,
): Promise<{ report: ImportReport; showId: string }> {
  const tally = new ImportTally()
  const showId = await importFeed(context, tally, xml, {
    place: feedUrl ?? 'the feed',
    feedUrl,
    source: { retrievedAt: new Date(context.now()).toISOString() },
  })
  return { report: tally.report('podcast-rss'), showId }
}

export interface FeedOrigin {
  /** What a message calls the feed. */
  readonly place: string
  readonly feedUrl: string | null
  readonly source: Partial<Source>
}

/** Imports a feed into a tally; gives back the id of its show. */
export async function importFeed(context: ImportContext, tally: ImportTally, content: Uint8Array | string, origin: FeedOrigin): Promise<string> {
  if (content.length > MOST_FEED_BYTES) throw new ImportFormatError(`${origin.place}: larger than ${MOST_FEED_BYTES / 1_000_000} MB`)
  const xml = typeof content === 'string' ? content : decodeXml(content)
  if (xml === null) throw new ImportFormatError(`${origin.place}: the XML declaration names an encoding that is not known`)
  const split = splitFeed(xml, origin.place)
  const feed = parse(split.channel.xml)
  if (feed === null) throw new ImportFormatError(`${origin.place}: not well-formed (the channel cannot be read)`)
  const show = toShow(feed, elementText(split.channel, 'explicit'), origin.feedUrl)
  if (show === null) throw new ImportFormatError(`${origin.place}: the feed has no title`)
  const episodes = await readEpisodes(context, tally, split, show.id)
  if (!split.isWhole) tally.note(null, null, `${origin.place}: the feed breaks off before its end`)
  if (split.items.size === 0) tally.note(null, 'item', `${origin.place}: the feed has no items`)
  const source = {
    name: show.title,
    url: show.feedUrl ?? show.siteUrl,
    licence: spdxLicence(feed.podcast?.license?.display ?? null),
    retrievedAt: null,
    ...origin.source,
  }
  await context.db.transaction().execute((transaction) => store(transaction, context, tally, { show, episodes, source }))
  return show.id
}

function parse(xml: string): RssFeed.Feed<string> | null {
  try {
    return parseRssFeed(xml)
  } catch {
    // Feedsmith says no more than that the format is not valid.
    return null
  }
}

async function readEpisodes(context: ImportContext, tally: ImportTally, { items, head }: SplitFeed, showId: string): Promise<EpisodeDraft[]> {
  const episodes = new Map<string, EpisodeDraft>()
  for (const [number, piece] of items) {
    if (number % TURN === 0) await nextTurn()
    context.signal.throwIfAborted()
    tally.read++
    const result: ItemResult =
      number > MOST_ITEMS
        ? { field: 'item', message: `after the first ${MOST_ITEMS}` }
        : piece === null
          ? { field: 'item', message: 'breaks off' }
          : readItem(piece, head, showId)
    if (!('episode' in result)) tally.reject(number, result.field, result.message)
    else if (episodes.has(result.episode.guid)) tally.duplicates++
    else {
      episodes.set(result.episode.guid, result.episode)
      for (const { field, message } of result.notes) tally.note(number, field, message)
    }
  }
  return [...episodes.values()]
}

function readItem(piece: XmlPiece, head: string, showId: string): ItemResult {
  if (/^<item[^<>]*>\s*<\/item\s*>$/i.test(piece.masked)) return { field: 'item', message: 'empty' }
  const feed = parse(`${head}${piece.xml}</channel></rss>`)
  if (feed === null) return { field: 'item', message: 'not well-formed' }
  const item = feed.items?.[0]
  return item === undefined ? { field: 'item', message: 'empty' } : toEpisode(item, piece, showId)
}

interface Read {
  readonly show: ShowDraft
  readonly episodes: readonly EpisodeDraft[]
  readonly source: Source
}

/** Episodes come with their show or not at all. */
async function store(db: Kysely<Database>, context: ImportContext, tally: ImportTally, { show, episodes, source }: Read): Promise<void> {
  const sourceId = await upsertSource(db, source)
  const showChanged = await storeShow(db, show, sourceId)
  let changed = 0
  for (let start = 0; start < episodes.length; start += BATCH) {
    context.signal.throwIfAborted()
    changed += await storeEpisodes(db, episodes.slice(start, start + BATCH), sourceId)
    context.progress?.({ done: Math.min(start + BATCH, episodes.length), total: episodes.length, unit: 'rows' })
  }
  tally.imported += changed
  tally.duplicates += episodes.length - changed
  if (showChanged || changed > 0) await bumpDataVersion(db, 'catalog')
}
