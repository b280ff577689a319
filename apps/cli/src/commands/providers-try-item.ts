import path from 'node:path'
import { entityKind, findEpisodes, findShows, findTracks, searchCatalog } from '@linernotes/catalog'
import { importSample, type Platform } from '@linernotes/serving'
import type { CommandContext } from '../command-context.js'
import { UsageError } from '../failures.js'

export interface TriedItem {
  readonly id: string
  readonly kind: 'track' | 'episode'
  readonly title: string
  /** An artist's credit, or a show. */
  readonly by: string
}

interface Wanted {
  /** Id or title; null: what is recommended to the listener. */
  readonly item: string | null
  readonly listenerId: string | null
  readonly kinds: readonly ('track' | 'episode')[]
}

/** The item that a narrative is tried on. An empty catalogue gets the sample first, as `start` would do. */
export async function chooseItem(context: CommandContext, platform: Platform, wanted: Wanted): Promise<TriedItem> {
  const { db } = platform.database
  const id = wanted.item === null ? await recommended(platform, wanted, context.signal) : await named(platform, wanted.item, wanted.kinds)
  const kind = id === null ? null : entityKind(id)
  if (id !== null && kind === 'track') {
    const track = (await findTracks(db, [id])).get(id)
    if (track !== undefined) return { id, kind, title: track.title, by: track.creditedAs }
  }
  if (id !== null && kind === 'episode') {
    const episode = (await findEpisodes(db, [id])).get(id)
    if (episode !== undefined) return { id, kind, title: episode.title, by: (await findShows(db, [episode.showId])).get(episode.showId)?.title ?? '' }
  }
  throw new UsageError(
    wanted.item === null
      ? 'providers try: the catalogue holds nothing to recommend; name an item with --item, or import something'
      : `providers try: --item: no track or episode has the id or title ${JSON.stringify(wanted.item)}`,
  )
}

/** Imports the sample into a catalogue that holds nothing yet, once. */
export async function fillEmptyCatalogue(context: CommandContext, { database, now }: Platform): Promise<void> {
  await importSample({ db: database.db, now, signal: context.signal }, path.join(context.environment.rootDirectory, 'data'), {
    onStep: (title) => context.note(`  importing ${title} …`),
    onlyIntoEmpty: true,
  })
}

async function recommended(platform: Platform, { listenerId, kinds }: Wanted, signal: AbortSignal): Promise<string | null> {
  const list = await platform.recommend({ listenerId, kinds, first: 1, afterRank: 0 }, signal)
  return list.items[0]?.itemId ?? null
}

async function named(platform: Platform, item: string, kinds: Wanted['kinds']): Promise<string | null> {
  const kind = entityKind(item)
  if (kind === 'track' || kind === 'episode') return item
  return (await searchCatalog(platform.database.db, item, { kinds, first: 1 }))[0]?.id ?? null
}
