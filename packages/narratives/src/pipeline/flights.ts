import { race } from './race.js'

interface Flight<T> {
  readonly promise: Promise<T>
  readonly controller: AbortController
  readonly readers: Set<(text: string) => void>
  readonly published: string[]
  aboard: number
  claimed: boolean
}

/** A seat in somebody's piece of work. */
export interface Boarding<T> {
  /** The result, or the reason of the signal. */
  result(signal: AbortSignal): Promise<T>
  /** True for the first who asks: what has to be done once with the result is theirs to do. */
  claim(): boolean
  /** Whoever boards must leave. When all have left, unfinished work is aborted; what is finished is forgotten. */
  leave(): void
}

/**
 * Many callers, one piece of work per key, joined one by one from lists of any length. Work is found by others until those who hold it have left: by then its
 * result must be where everybody looks first.
 */
export class Flights<T> {
  readonly #flights = new Map<string, Flight<T>>()
  readonly #looking = new Set<Promise<void>>()

  /** Begins to look for results elsewhere; the answer ends it. Work that lands meanwhile can be joined until then: the look may have come too early to see it. */
  look(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#looking.add(promise)
    return () => {
      this.#looking.delete(promise)
      resolve()
    }
  }

  board(key: string, work: (signal: AbortSignal, publish: (text: string) => void) => Promise<T>, reader: ((text: string) => void) | null): Boarding<T> {
    const flight = this.#flights.get(key) ?? this.#start(key, work)
    flight.aboard += 1
    if (reader !== null) {
      for (const text of flight.published) reader(text)
      flight.readers.add(reader)
    }
    let left = false
    return {
      result: (signal) => race(flight.promise, signal),
      claim: () => {
        const first = !flight.claimed
        flight.claimed = true
        return first
      },
      leave: () => {
        if (left) return
        left = true
        flight.aboard -= 1
        if (reader !== null) flight.readers.delete(reader)
        if (flight.aboard === 0) this.#end(key, flight)
      },
    }
  }

  #start(key: string, work: (signal: AbortSignal, publish: (text: string) => void) => Promise<T>): Flight<T> {
    const controller = new AbortController()
    const readers = new Set<(text: string) => void>()
    const published: string[] = []
    const promise = work(controller.signal, (text) => {
      published.push(text)
      for (const reader of readers) reader(text)
    })
    // Those aboard hear of it; there may be none any more.
    promise.catch(() => undefined)
    const flight: Flight<T> = { promise, controller, readers, published, aboard: 0, claimed: false }
    this.#flights.set(key, flight)
    return flight
  }

  #end(key: string, flight: Flight<T>): void {
    const forget = (): void => {
      if (this.#flights.get(key) === flight && flight.aboard === 0) this.#flights.delete(key)
    }
    if (!flight.claimed) {
      flight.controller.abort(new DOMException('Nobody waits for this narrative any more', 'AbortError'))
      forget()
    } else if (this.#looking.size === 0) forget()
    else void Promise.all(this.#looking).then(forget)
  }
}
