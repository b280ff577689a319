import { readDataState } from '@linernotes/database'
import { hiddenIn, readFeedback } from './feedback.queries.js'
import { findListener } from './find-listener.js'
import { readTaste } from './read-taste.js'
import type { Taste } from './taste.js'

export type ReadTaste = typeof readTaste

interface Remembered {
  /** The state of the data that it was read from. */
  readonly state: string
  readonly readAt: number
  readonly taste: Promise<Taste | null>
}

export interface RememberOptions {
  /** Tastes kept; the one that was asked for longest ago goes first. */
  readonly most?: number
  /** Milliseconds after which a taste is read again although no change was announced: a process that is killed between writing and announcing leaves rows behind. */
  readonly forMs?: number
}

/**
 * `readTaste` for a process that answers again and again: a history of thousands of plays is read and summed up once, until the catalogue or anybody's listening
 * changes. A listen that was recorded counts at the next call, as does what the listener made of recommendations or changed about themselves.
 */
export function rememberTastes({ most = 200, forMs = 60_000 }: RememberOptions = {}): ReadTaste {
  const tastes = new Map<string, Remembered>()

  return async (db, listenerId, options) => {
    if (options.through !== undefined) return await readTaste(db, listenerId, options)
    const listener = await findListener(db, { id: listenerId })
    if (listener === null) return null
    // Before the history: what is written in between is announced with the next version.
    const { catalog, listening, position } = await readDataState(db)
    const state = `${catalog} ${listening} ${listener.timeZone}`
    const now = options.now()
    const known = tastes.get(listenerId)
    const isFresh = known !== undefined && known.state === state && now - known.readAt < forMs
    const remembered = isFresh
      ? known
      : { state, readAt: now, taste: readTaste(db, listenerId, { ...options, through: { listens: position, feedback: position } }) }
    tastes.delete(listenerId)
    tastes.set(listenerId, remembered)
    for (const oldest of tastes.keys()) {
      if (tastes.size <= most) break
      tastes.delete(oldest)
    }
    try {
      const taste = await remembered.taste
      if (taste === null || !isFresh) return taste
      const feedback = (await readFeedback(db, [listenerId], position)).get(listenerId) ?? new Map()
      return { ...taste, listener, through: { ...taste.through, feedback: position }, hiddenItemIds: hiddenIn(feedback), feedback }
    } catch (error) {
      if (tastes.get(listenerId) === remembered) tastes.delete(listenerId)
      throw error
    }
  }
}
