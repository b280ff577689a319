import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { LiveSessions } from './live-sessions.js'
import type { DjEvent } from './session.js'
import { snapshotOf } from './snapshot.js'
import { readEvents } from './store/session.queries.js'

/** How often the events of a session that another server holds are looked for. */
const LOOK_MS = 500
const READ_AT_ONCE = 200
/** Who follows here for so long takes the session over: the server that holds it may think that nobody listens, and pause it. */
const TAKE_MS = 10 * 60_000

export interface FollowContext {
  readonly db: Kysely<Database>
  readonly sessions: LiveSessions
  /** The DJ closes. */
  readonly closing: AbortSignal
}

/** What happens in a session after `seq` (null: first its state), wherever it is held and however often it changes hands, until it ends. */
export async function* followSession({ db, sessions, closing }: FollowContext, id: string, from: number | null, signal: AbortSignal): AsyncGenerator<DjEvent> {
  let seq = from
  for (let lookedMs = 0; !closing.aborted; lookedMs += LOOK_MS) {
    signal.throwIfAborted()
    const live = lookedMs > 0 && lookedMs % TAKE_MS === 0 ? await sessions.hold(id) : await sessions.find(id)
    live?.attend()
    if (seq === null) {
      await live?.state.written()
      const seen = await sessions.see(id)
      if (seen === null) return
      const { events, last } = await snapshotOf(db, seen)
      yield* events
      seq = last
    }
    if (live === null) {
      const events = await readEvents(db, id, seq, READ_AT_ONCE)
      yield* events
      seq = events.at(-1)?.seq ?? seq
      if (events.length > 0) continue
      const seen = await sessions.see(id)
      if (seen === null || (seen.session.state === 'ended' && seen.head <= seq)) return
      await sleep(LOOK_MS, undefined, { signal: AbortSignal.any([signal, closing]) }).catch(() => signal.throwIfAborted())
    } else {
      for await (const event of live.state.log.follow(seq, signal)) {
        seq = event.seq
        yield event
      }
      // Ended; else another server has it now, or it was deleted.
      if (live.isEnded) return
    }
  }
}
