import type { Client } from 'urql'
import type { VariablesOf } from '../api/graphql'
import { tellHeard } from './dj-documents'

export type Heard = Extract<VariablesOf<typeof tellHeard>['events'], readonly unknown[]>[number]

const AGAIN_MS = 3_000

/** Tells what was heard, in order. What does not arrive, as without a network, is kept and told again: the same event twice is one. */
export class Outbox {
  #waiting: Heard[] = []
  #sending = false
  #again: ReturnType<typeof setTimeout> | null = null

  constructor(private readonly client: Client) {}

  tell(event: Heard): void {
    this.#waiting.push(event)
    void this.#send()
  }

  /** Sends now what waits; after a time without network. */
  flush = (): void => void this.#send()

  close(): void {
    if (this.#again !== null) clearTimeout(this.#again)
    this.#waiting = []
  }

  async #send(): Promise<void> {
    if (this.#sending) return
    this.#sending = true
    while (this.#waiting.length > 0) {
      const batch = this.#waiting
      const { error } = await this.client.mutation(tellHeard, { events: batch }).toPromise()
      // What the gateway refuses would be refused again; what did not reach it waits.
      if (error?.networkError) {
        this.#again = setTimeout(this.flush, AGAIN_MS)
        break
      }
      this.#waiting = this.#waiting.slice(batch.length)
    }
    this.#sending = false
  }
}
