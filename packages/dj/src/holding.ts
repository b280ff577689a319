import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { After } from './dj-options.js'
import { announce, dismiss, forgetGone, take, takeFree, takenFrom } from './store/holder.queries.js'

/** Whoever has said nothing for so long is gone: the others take what it held. */
const ALIVE_MS = 5_000
const BEAT_MS = 1_000

export interface HoldingOptions {
  readonly db: Kysely<Database>
  /** Name of this server; no other one has it, nor this one after a restart. */
  readonly server: string
  /** Of the real clock; null: no other server is on this database, and what one before this one held is ours. */
  readonly after: After | null
  readonly log: (event: string, data?: object) => void
}

/** Whoever has the sessions of this server in memory. */
export interface Holder {
  held(): readonly string[]
  /** Another server went. */
  onTaken(ids: readonly string[]): void
  /** Another server was asked for them. */
  onLost(ids: readonly string[]): void
}

/** Which sessions this server holds: it alone moves their clocks, plans and talks. Says that it is there for as long as it is. */
export class Holding {
  #cancel: (() => void) | null = null
  #beating: Promise<void> = Promise.resolve()
  #closed = false

  constructor(private readonly options: HoldingOptions) {}

  get server(): string {
    return this.options.server
  }

  /** Sessions that go on here; the holder is told of what changes later. */
  async open(holder: Holder): Promise<readonly string[]> {
    const { db, server, after } = this.options
    if (after === null) await dismiss(db, null)
    await announce(db, server, after === null ? null : ALIVE_MS)
    if (after !== null) {
      await forgetGone(db)
      this.#schedule(after, holder)
    }
    return await takeFree(db, server)
  }

  /** Whether nobody has taken it in the meantime. */
  async keeps(sessionId: string): Promise<boolean> {
    return this.options.after === null || (await takenFrom(this.options.db, this.options.server, [sessionId])).length === 0
  }

  async take(sessionId: string, byForce: boolean): Promise<boolean> {
    return await take(this.options.db, this.options.server, sessionId, byForce)
  }

  /** What is held is free at once. */
  async close(): Promise<void> {
    this.#closed = true
    this.#cancel?.()
    await this.#beating
    const { db, server, log } = this.options
    // Where that fails, the others find out a little later.
    await dismiss(db, server).catch((error: unknown) => log('dj.leave-failed', { error: String(error) }))
  }

  #schedule(after: After, holder: Holder): void {
    this.#cancel = after(BEAT_MS, () => {
      this.#beating = this.#beatOn(after, holder)
    })
  }

  async #beatOn(after: After, holder: Holder): Promise<void> {
    await this.#beat(holder)
    if (!this.#closed) this.#schedule(after, holder)
  }

  async #beat(holder: Holder): Promise<void> {
    const { db, server, log } = this.options
    try {
      await announce(db, server, ALIVE_MS)
      const lost = await takenFrom(db, server, holder.held())
      if (lost.length > 0) holder.onLost(lost)
      const taken = await takeFree(db, server)
      if (taken.length === 0) return
      log('dj.taken-over', { sessions: taken.length })
      holder.onTaken(taken)
    } catch (error) {
      log('dj.beat-failed', { error: String(error) })
    }
  }
}
