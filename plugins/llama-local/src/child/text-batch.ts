/** Milliseconds for which text is gathered: nobody reads faster, and each message costs both processes time. */
const gatherMs = 25

/** Passes the first text on at once, and then what has come together. */
export class TextBatch {
  readonly #send: (text: string) => void
  #text = ''
  #timer: NodeJS.Timeout | null = null

  constructor(send: (text: string) => void) {
    this.#send = send
  }

  write(text: string): void {
    this.#text += text
    if (this.#timer !== null) return
    this.flush()
    this.#timer = setInterval(() => this.flush(), gatherMs)
  }

  flush(): void {
    const text = this.#text
    this.#text = ''
    if (text !== '') this.#send(text)
  }

  /** What was not flushed is dropped. */
  close(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
  }
}
