import type { LlamaContext, LlamaContextSequence, Token } from 'node-llama-cpp'
import { keptTokens, type Prompt } from './prompt.js'

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
  readonly #sliceTokens: number
  #uses = 0

  constructor(context: LlamaContext, sliceTokens: number) {
    this.#sliceTokens = sliceTokens
    this.#slots = Array.from({ length: context.totalSequences }, () => ({ sequence: context.getSequence(), usedAt: 0, isFree: true }))
  }

  /** Runs `work` with a sequence that holds a beginning of the prompt, as long as may stand, and nothing else. */
  async withSequence<Result>(prompt: Prompt, signal: AbortSignal, work: (sequence: LlamaContextSequence) => Promise<Result>): Promise<Result> {
    const { tokens } = prompt
    const slot = await this.#acquire(tokens, signal)
    try {
      const kept = keptTokens(prompt, shared(slot, tokens), this.#sliceTokens)
      await slot.sequence.adaptStateToTokens(tokens.slice(0, kept), false)
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
