import type { LlamaContext, LlamaContextSequence, Token } from 'node-llama-cpp'

/** Tokens evaluated between two looks at the signal: 200 to 300 ms of a small model on one core. */
export const sliceTokens = 128

interface Slot {
  readonly sequence: LlamaContextSequence
  usedAt: number
  isFree: boolean
}

/**
 * Lends sequences of one context. What a sequence has evaluated stays in it, so a text goes to the free sequence that begins like it
 * (least recently used on ties) and only the rest is evaluated. First come, first served.
 */
export class SequencePool {
  readonly #slots: readonly Slot[]
  readonly #waiting: (() => void)[] = []
  #uses = 0

  constructor(context: LlamaContext) {
    this.#slots = Array.from({ length: context.totalSequences }, () => ({ sequence: context.getSequence(), usedAt: 0, isFree: true }))
  }

  /**
   * Runs `work` with a sequence that holds a beginning of `tokens`, but never all of them: the last one has to be evaluated. The beginning
   * ends where a slice ends, so that the rest is cut as it would be without it: other slices round differently, and then the same seed
   * may give another text.
   */
  async withSequence<Result>(tokens: readonly Token[], signal: AbortSignal, work: (sequence: LlamaContextSequence) => Promise<Result>): Promise<Result> {
    const slot = await this.#acquire(tokens, signal)
    try {
      const kept = Math.min(shared(slot, tokens), tokens.length - 1)
      await slot.sequence.adaptStateToTokens(tokens.slice(0, kept - (kept % sliceTokens)), false)
      return await work(slot.sequence)
    } finally {
      slot.isFree = true
      slot.usedAt = ++this.#uses
      this.#waiting.shift()?.()
    }
  }

  async #acquire(tokens: readonly Token[], signal: AbortSignal): Promise<Slot> {
    if (!this.#slots.some(({ isFree }) => isFree)) await this.#wait(signal)
    const free = this.#slots.filter(({ isFree }) => isFree)
    const best = free.toSorted((a, b) => shared(b, tokens) - shared(a, tokens) || a.usedAt - b.usedAt)[0]
    if (best === undefined) return await this.#acquire(tokens, signal)
    best.isFree = false
    return best
  }

  #wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const turn = () => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(turn), 1)
        reject(signal.reason)
      }
      signal.addEventListener('abort', leave, { once: true })
      this.#waiting.push(turn)
    })
  }
}

function shared({ sequence }: Slot, tokens: readonly Token[]): number {
  return sequence.compareContextTokens([...tokens]).firstDifferentIndex
}
