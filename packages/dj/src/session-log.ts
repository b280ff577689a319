import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { DjEvent } from './session.js'
import { readEvents } from './store/session.queries.js'

/** Events that stay in memory for those who follow; who is further behind reads the database. */
const MOST_KEPT = 120
const READ_AT_ONCE = 200

/** The events of one session, for those who follow it: none twice, none left out. */
export class SessionLog {
  #tail: DjEvent[] = []
  #news = Promise.withResolvers<void>()
  #ended = false
  #followers = 0

  constructor(
    private readonly db: Kysely<Database>,
    private readonly sessionId: string,
    /** Number of the last event that is in the database; -1: none. */
    private last: number,
  ) {}

  get followers(): number {
    return this.#followers
  }

  get head(): number {
    return this.last
  }

  /** Tells what has been written. */
  publish(events: readonly DjEvent[]): void {
    for (const event of events) this.last = Math.max(this.last, event.seq)
    this.#tail = [...this.#tail, ...events].slice(-MOST_KEPT)
    this.#wake()
  }

  /** Nothing more will happen. */
  end(): void {
    this.#ended = true
    this.#wake()
  }

  #wake(): void {
    this.#news.resolve()
    this.#news = Promise.withResolvers<void>()
  }

  /** What happened after `seq`, then what happens. */
  async *follow(seq: number, signal: AbortSignal): AsyncGenerator<DjEvent> {
    this.#followers += 1
    const abort = (): void => this.#wake()
    signal.addEventListener('abort', abort, { once: true })
    try {
      let seen = seq
      for (;;) {
        signal.throwIfAborted()
        const news = this.#news.promise
        const events = this.last > seen ? await this.#after(seen) : []
        for (const event of events) {
          seen = event.seq
          yield event
        }
        if (events.length > 0) continue
        if (this.#ended) return
        signal.throwIfAborted()
        await news
      }
    } finally {
      signal.removeEventListener('abort', abort)
      this.#followers -= 1
    }
  }

  async #after(seq: number): Promise<readonly DjEvent[]> {
    const first = this.#tail[0]
    if (first !== undefined && first.seq <= seq + 1) return this.#tail.filter((event) => event.seq > seq)
    return await readEvents(this.db, this.sessionId, seq, READ_AT_ONCE)
  }
}
