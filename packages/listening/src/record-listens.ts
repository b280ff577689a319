import { entityKind, findEpisodes, findTracks, ImportTally, upsertSource, type ImportReport } from '@linernotes/catalog'
import { bumpDataVersion, type Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { insertListens } from './insert-listens.js'
import type { Listen } from './listen.js'
import { checkIsrc, checkMbid, checkMoment, checkOptionalName, checkPlayedMs, valuesOf, type FieldProblem } from './listen-checks.js'

/** A play as a client reports it: of an item of the catalogue, or of something with a name. */
export interface ListenDraft {
  /** A track or episode of the catalogue; null: it is found by what else is said. */
  readonly itemId?: string | null
  /** Left out: an episode where there is a show title, else a track. */
  readonly kind?: 'track' | 'episode'
  /** When the play began: a Date or an RFC 3339 text. */
  readonly playedAt: Date | string
  readonly playedMs?: number | null
  readonly artistName?: string | null
  readonly title?: string | null
  readonly releaseTitle?: string | null
  readonly showTitle?: string | null
  readonly recordingMbid?: string | null
  readonly isrc?: string | null
}

const batchSize = 1000

/**
 * Records plays as far as they are sound; the rest is in the report, with the position in the list (from 1) as its line. The same
 * play twice is a duplicate. What is not in the catalogue is kept with its names.
 */
export async function recordListens(
  db: Kysely<Database>,
  listenerId: string,
  drafts: readonly ListenDraft[],
  options: { readonly now: () => number },
): Promise<ImportReport> {
  const tally = new ImportTally()
  const source = await upsertSource(db, { name: 'Listens reported by a client', url: null, licence: 'LicenseRef-private', retrievedAt: null })
  for (let start = 0; start < drafts.length; start += batchSize) {
    const batch = drafts.slice(start, start + batchSize)
    const kinds = await findKinds(db, batch)
    const listens = batch.flatMap((draft, index) => {
      tally.read++
      const checked = checkDraft(draft, kinds, options.now())
      if (!('field' in checked)) return [checked]
      tally.reject(start + index + 1, checked.field, checked.message)
      return []
    })
    const inserted = await insertListens(db, listenerId, source, listens)
    tally.imported += inserted.imported
    tally.duplicates += inserted.duplicates
    tally.unmatched += inserted.unmatched
  }
  if (tally.imported > 0) await bumpDataVersion(db, 'listening')
  return tally.report('listens')
}

async function findKinds(db: Kysely<Database>, drafts: readonly ListenDraft[]): Promise<Map<string, Listen['kind']>> {
  const ids = [...new Set(drafts.flatMap(({ itemId }) => (typeof itemId === 'string' && entityKind(itemId) !== null ? [itemId] : [])))]
  if (ids.length === 0) return new Map()
  const [tracks, episodes] = [await findTracks(db, ids), await findEpisodes(db, ids)]
  return new Map([...[...tracks.keys()].map((id) => [id, 'track'] as const), ...[...episodes.keys()].map((id) => [id, 'episode'] as const)])
}

function checkDraft(draft: ListenDraft, kinds: ReadonlyMap<string, Listen['kind']>, now: number): Listen | FieldProblem {
  const itemId = draft.itemId ?? null
  const checks = {
    playedAt: checkMoment(new Date(draft.playedAt).getTime(), now),
    playedMs: checkPlayedMs(draft.playedMs ?? null),
    artistName: checkOptionalName(draft.artistName),
    title: checkOptionalName(draft.title),
    releaseTitle: checkOptionalName(draft.releaseTitle),
    showTitle: checkOptionalName(draft.showTitle),
    recordingMbid: checkMbid(draft.recordingMbid),
    isrc: checkIsrc(draft.isrc),
  }
  const values = valuesOf(checks)
  if (!values.ok) return values
  const { artistName, title, showTitle } = values.value
  const kind = itemId === null ? (draft.kind ?? (showTitle === null ? 'track' : 'episode')) : kinds.get(itemId)
  if (kind === undefined) return { field: 'itemId', message: 'no track or episode has this id' }
  if (itemId === null && title === null) return { field: 'title', message: 'missing: name the item by its id, or by artist (or show) and title' }
  if (itemId === null && (kind === 'track' ? artistName : showTitle) === null)
    return { field: kind === 'track' ? 'artistName' : 'showTitle', message: 'missing' }
  return { itemId, kind, ...values.value }
}
