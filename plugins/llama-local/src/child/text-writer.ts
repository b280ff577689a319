import type { LlamaModel, Token } from 'node-llama-cpp'

/** Tokens of context that a detokenizer needs to decide about spaces. */
const contextTokens = 8

/**
 * Turns tokens into text that may be shown: half a character waits for its other half, and what may become a stop text waits until it
 * is one or is not.
 */
export class TextWriter {
  readonly #model: LlamaModel
  readonly #stop: readonly string[]
  #last: Token[]
  #pending: Token[] = []
  #held = ''
  /** A stop text was met; nothing after it counts. */
  isStopped = false

  constructor(model: LlamaModel, promptTokens: readonly Token[], stop: readonly string[]) {
    this.#model = model
    this.#stop = stop.filter((text) => text !== '')
    this.#last = promptTokens.slice(-contextTokens)
  }

  write(token: Token): string {
    this.#pending.push(token)
    const text = this.#model.detokenize(this.#pending, false, this.#last)
    if (text.endsWith('\uFFFD') && this.#pending.length < contextTokens) return ''
    this.#last = [...this.#last, ...this.#pending].slice(-contextTokens)
    this.#pending = []
    return this.#release(text)
  }

  /** Nothing more comes. */
  end(): string {
    const text = this.isStopped ? '' : this.#held + (this.#pending.length === 0 ? '' : this.#model.detokenize(this.#pending, false, this.#last))
    this.#held = ''
    this.#pending = []
    return text
  }

  #release(text: string): string {
    const all = this.#held + text
    const stops = this.#stop.map((stop) => all.indexOf(stop)).filter((index) => index >= 0)
    if (stops.length > 0) {
      this.isStopped = true
      this.#held = ''
      return all.slice(0, Math.min(...stops))
    }
    const keep = Math.max(0, ...this.#stop.map((stop) => overlap(all, stop)))
    this.#held = all.slice(all.length - keep)
    return all.slice(0, all.length - keep)
  }
}

/** How many characters at the end of `text` begin `stop`. */
function overlap(text: string, stop: string): number {
  for (let length = Math.min(stop.length - 1, text.length); length > 0; length--) if (text.endsWith(stop.slice(0, length))) return length
  return 0
}
