/** Many callers, one piece of work per key. Each leaves with its own signal; when all have left, the work is aborted. */
export class SharedWork<Value> {
  readonly #running = new Map<string, { readonly promise: Promise<Value>; readonly controller: AbortController; callers: number }>()

  async run(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    signal.throwIfAborted()
    const running = this.#running.get(key) ?? this.#begin(key, work)
    running.callers += 1
    const leave = Promise.withResolvers<never>()
    const onAbort = (): void => leave.reject(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
    try {
      return await Promise.race([running.promise, leave.promise])
    } finally {
      signal.removeEventListener('abort', onAbort)
      running.callers -= 1
      if (running.callers === 0) {
        // Whoever comes now begins anew, and does not join what was given up.
        if (this.#running.get(key) === running) this.#running.delete(key)
        running.controller.abort(signal.reason ?? new DOMException('Nobody waits for it any more.', 'AbortError'))
      }
    }
  }

  #begin(key: string, work: (signal: AbortSignal) => Promise<Value>) {
    const controller = new AbortController()
    const promise = work(controller.signal).finally(() => {
      if (this.#running.get(key)?.controller === controller) this.#running.delete(key)
    })
    // Whoever left does not hear of it any more.
    promise.catch(() => undefined)
    const running = { promise, controller, callers: 0 }
    this.#running.set(key, running)
    return running
  }
}
