import { race } from './race.js'

/** Many callers, one piece of work per key. Each leaves with its own signal; when all have left, the work is aborted. */
export class SingleFlight<T> {
  readonly #flights = new Map<string, { readonly promise: Promise<T>; readonly controller: AbortController; waiting: number }>()

  async run(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    signal.throwIfAborted()
    let flight = this.#flights.get(key)
    if (flight === undefined) {
      const controller = new AbortController()
      const promise = work(controller.signal).finally(() => {
        if (this.#flights.get(key)?.controller === controller) this.#flights.delete(key)
      })
      flight = { promise, controller, waiting: 0 }
      this.#flights.set(key, flight)
    }
    flight.waiting += 1
    try {
      return await race(flight.promise, signal)
    } finally {
      flight.waiting -= 1
      if (flight.waiting === 0) {
        flight.controller.abort(signal.reason)
        if (this.#flights.get(key) === flight) this.#flights.delete(key)
      }
    }
  }
}
