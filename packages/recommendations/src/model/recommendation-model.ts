import { readDataVersion, type Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { readSnapshot, type Snapshot } from './snapshot.js'

/** The catalogue and its audience in memory. A listener's own history is not in here: it is read live, so that a new listen counts at once. */
export interface RecommendationModel {
  /** The state that is served now; replaced as a whole. */
  readonly snapshot: Snapshot
  /** Reads the data again if they have changed. Calls that come while one is at work share its result. Resolves to whether anything was replaced. */
  refresh(): Promise<boolean>
  /** Starts `refresh` without waiting where the data have changed; waits only while there is nothing to serve. Failures go to `onRefreshFailed`. */
  keepFresh(now: number): Promise<void>
}

export interface ModelOptions {
  readonly signal: AbortSignal
  /** A background refresh failed; the last good snapshot goes on serving. */
  readonly onRefreshFailed?: (error: unknown) => void
}

/** New listens change what everybody's audience looks like only slowly: at most one rebuild in this time. A changed catalogue is read at once. */
const LISTENING_REFRESH_MS = 30_000

export async function openModel(db: Kysely<Database>, { signal, onRefreshFailed = () => {} }: ModelOptions): Promise<RecommendationModel> {
  let snapshot = await readSnapshot(db, signal)
  let refreshedAt = Number.NEGATIVE_INFINITY
  let running: Promise<boolean> | null = null

  const rebuild = async (): Promise<boolean> => {
    const version = await readDataVersion(db)
    if (version.catalog === snapshot.version.catalog && version.listening === snapshot.version.listening) return false
    snapshot = await readSnapshot(db, signal)
    return true
  }
  const refresh = (): Promise<boolean> => {
    running ??= rebuild().finally(() => (running = null))
    return running
  }
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
  }
}
