import { SpeechError } from '../speech-error.js'

/** Aborts where nothing has come for so long. */
export class IdleWatchdog implements Disposable {
  readonly #controller = new AbortController()
  #timer: NodeJS.Timeout

  constructor(private readonly milliseconds: number) {
    this.#timer = this.#start()
  }

  get signal(): AbortSignal {
    return this.#controller.signal
  }

  /** Something came. */
  feed(): void {
    clearTimeout(this.#timer)
    this.#timer = this.#start()
  }

  #start(): NodeJS.Timeout {
    return setTimeout(() => this.#controller.abort(new SpeechError('timeout', `the endpoint was silent for ${this.milliseconds} ms`)), this.milliseconds)
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer)
  }
}
