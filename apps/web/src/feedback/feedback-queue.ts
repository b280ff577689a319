/** What a listener did with a recommendation, as the API calls it. */
export interface FeedbackEvent {
  readonly recommendationId: string
  readonly narrativeId: string | null
  readonly outcome: 'SAVE' | 'HIDE'
  readonly at: string
  /** The same in every retry, so that a retry is harmless. */
  readonly clientEventId: string
}

/** `waiting`: shown at once, told soon, and can be undone until then. `failed`: can be tried again or undone. */
export interface FeedbackState {
  readonly outcome: FeedbackEvent['outcome']
  readonly stage: 'waiting' | 'sending' | 'told' | 'failed'
}

export interface FeedbackQueueOptions {
  /** Tells it to the gateway; throws where that did not happen. */
  readonly send: (event: FeedbackEvent) => Promise<void>
  /** Calls back later; gives a way to prevent it. */
  readonly later: (act: () => void) => () => void
  readonly now: () => number
  readonly randomId: () => string
}

interface Entry {
  readonly event: FeedbackEvent
  state: FeedbackState
  cancel: () => void
}

/**
 * Answers of the listener: visible at once, told to the gateway a little later. The API takes nothing back ("what was hidden is hidden for ever"), so
 * undoing is not telling.
 */
export class FeedbackQueue {
  readonly #options: FeedbackQueueOptions
  readonly #entries = new Map<string, Entry>()
  readonly #listeners = new Set<() => void>()
  #snapshot: ReadonlyMap<string, FeedbackState> = new Map()

  constructor(options: FeedbackQueueOptions) {
    this.#options = options
  }

  /** What became of each recommendation, by its id; another map after each change. */
  readonly snapshot = (): ReadonlyMap<string, FeedbackState> => this.#snapshot

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  add(recommendationId: string, narrativeId: string | null, outcome: FeedbackEvent['outcome']): void {
    if (this.#stageOf(recommendationId) === 'waiting') this.undo(recommendationId)
    else if (this.#stageOf(recommendationId) === 'sending') return
    const event = { recommendationId, narrativeId, outcome, at: new Date(this.#options.now()).toISOString(), clientEventId: this.#options.randomId() }
    const entry: Entry = { event, state: { outcome, stage: 'waiting' }, cancel: () => {} }
    entry.cancel = this.#options.later(() => void this.#send(entry))
    this.#entries.set(recommendationId, entry)
    this.#changed()
  }

  /** Nothing was told yet, so nothing will be. Where it was told, there is nothing to undo. */
  undo(recommendationId: string): void {
    const entry = this.#entries.get(recommendationId)
    if (!entry || entry.state.stage === 'told' || entry.state.stage === 'sending') return
    entry.cancel()
    this.#entries.delete(recommendationId)
    this.#changed()
  }

  retry(recommendationId: string): void {
    const entry = this.#entries.get(recommendationId)
    if (entry?.state.stage === 'failed') void this.#send(entry)
  }

  /** Tells what waits at once: the page goes away. */
  flush(): void {
    for (const entry of this.#entries.values()) if (entry.state.stage === 'waiting') void this.#send(entry)
  }

  #stageOf(recommendationId: string): FeedbackState['stage'] | undefined {
    return this.#entries.get(recommendationId)?.state.stage
  }

  async #send(entry: Entry): Promise<void> {
    entry.cancel()
    this.#become(entry, 'sending')
    try {
      await this.#options.send(entry.event)
      this.#become(entry, 'told')
    } catch {
      this.#become(entry, 'failed')
    }
  }

  #become(entry: Entry, stage: FeedbackState['stage']): void {
    entry.state = { ...entry.state, stage }
    this.#changed()
  }

  #changed(): void {
    this.#snapshot = new Map([...this.#entries].map(([id, { state }]) => [id, state]))
    for (const listener of this.#listeners) listener()
  }
}
