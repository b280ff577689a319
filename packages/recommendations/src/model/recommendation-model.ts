import { readDataVersion, type Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { ModelStore } from '../model-store/model-store.js'
import { readSnapshot, type Snapshot } from './snapshot.js'
import { makeSearchable, matchCreators, type SearchableModel } from './trained-creators.js'

/** The catalogue and its audience in memory. A listener's own history is not in here: it is read live, so that a new listen counts at once. */
export interface RecommendationModel extends Disposable {
  /** The state that is served now; replaced as a whole. */
  readonly snapshot: Snapshot
  /** Reads the data again if they have changed. Calls that come while one is at work share its result. Resolves to whether anything was replaced. */
  refresh(): Promise<boolean>
  /** Starts `refresh` without waiting where the data have changed; waits only while there is nothing to serve. Failures go to `onRefreshFailed`. */
  keepFresh(now: number): Promise<void>
}

export interface ModelOptions {
  readonly signal: AbortSignal
  /** Where trained models are. The one in force is used, a new one within about a second, without anybody waiting for it. Left out: none is used. */
  readonly store?: ModelStore
  /** A background refresh failed; the last good snapshot, and the last good trained model, go on serving. */
  readonly onRefreshFailed?: (error: unknown) => void
}

/** New listens change what everybody's audience looks like only slowly: at most one rebuild in this time. A changed catalogue is read at once. */
const LISTENING_REFRESH_MS = 30_000
/** How often is looked which trained model is in force. */
const WATCH_MS = 500

/** Opens the model; disposal stops looking for newly trained ones. */
export async function openModel(db: Kysely<Database>, { signal, store, onRefreshFailed = () => {} }: ModelOptions): Promise<RecommendationModel> {
  let snapshot = await readSnapshot(db, signal)
  let trained: SearchableModel | null = null
  /** The version that was asked for last, whether or not it could be opened: a damaged one is reported once. */
  let wanted: string | null = null
  let refreshedAt = Number.NEGATIVE_INFINITY
  let running: Promise<boolean> | null = null

  const replace = (data: Snapshot) => (snapshot = { ...data, trained: trained === null ? null : matchCreators(trained, data.catalogue) })
  const rebuild = async (): Promise<boolean> => {
    const version = await readDataVersion(db)
    if (version.catalog === snapshot.version.catalog && version.listening === snapshot.version.listening) return false
    replace(await readSnapshot(db, signal))
    return true
  }
  const refresh = (): Promise<boolean> => {
    running ??= rebuild().finally(() => (running = null))
    return running
  }
  const followTrained = async (): Promise<void> => {
    const version = (await store?.inForce()) ?? null
    if (version === wanted) return
    wanted = version
    const opened = version === null ? null : await store!.open(version, signal)
    // Another may have come into force while this one was read.
    if (wanted !== version) return
    trained = opened === null ? null : makeSearchable(opened)
    replace(snapshot)
  }

  let complaint = ''
  const follow = () =>
    followTrained().catch((error: unknown) => {
      // Every half second the same: once is enough.
      if (String(error) !== complaint) onRefreshFailed(error)
      complaint = String(error)
    })

  await follow()
  const watch = store && setInterval(follow, WATCH_MS).unref()
  return {
    get snapshot() {
      return snapshot
    },
    refresh,
    async keepFresh(now) {
      if (snapshot.catalogue.items.size === 0) {
        await refresh()
        return
      }
      const version = await readDataVersion(db)
      const catalogChanged = version.catalog !== snapshot.version.catalog
      const listeningChanged = version.listening !== snapshot.version.listening
      if (!catalogChanged && !(listeningChanged && now - refreshedAt >= LISTENING_REFRESH_MS)) return
      refreshedAt = now
      void refresh().catch(onRefreshFailed)
    },
    [Symbol.dispose]: () => clearInterval(watch),
  }
}
