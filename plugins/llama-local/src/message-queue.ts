import { raceSignal } from './race-signal.js'

/** Messages that wait for one reader. After a failure, what had come before it is still read. */
export class MessageQueue<Message> {
  readonly #messages: Message[] = []
  #failure: Error | null = null
  #wake: () => void = () => undefined

  push(message: Message): void {
    this.#messages.push(message)
    this.#wake()
  }

  fail(error: Error): void {
    this.#failure = error
    this.#wake()
  }

  /** Rejects with `signal.reason`, or with the failure. */
  async next(signal: AbortSignal): Promise<Message> {
    for (;;) {
      signal.throwIfAborted()
      const message = this.#messages.shift()
      if (message !== undefined) return message
      if (this.#failure !== null) throw this.#failure
      const news = Promise.withResolvers<void>()
      this.#wake = news.resolve
      await raceSignal(news.promise, signal)
    }
  }
}
