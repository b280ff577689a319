import type { Capabilities, NarrativeUsage, Realisation } from '@linernotes/narrative-sdk'
import type { Brief } from '../brief.js'
import { toRequest, type NumberedRequest } from '../to-request.js'
import { Draft } from './draft.js'

/** One attempt of one provider, for the ledger. */
export interface Attempt {
  readonly provider: string
  readonly model: string | null
  readonly outcome: 'published' | 'refused' | 'failed'
  readonly reason: string | null
  readonly usage: NarrativeUsage | null
  readonly timeToFirstTokenMs: number | null
  readonly latencyMs: number
}

export interface Winner {
  readonly key: string
  readonly model: string
  readonly realisation: Realisation | null
  readonly capabilities: Capabilities
  readonly attempt: Attempt
}

/** One narrative in the making: what was asked, whose turn it is, what failed, what stands. */
export class NarrativeJob {
  readonly numbered: NumberedRequest
  readonly draft: Draft
  readonly attempts: Attempt[] = []
  readonly failures: { readonly provider: string; readonly reason: string }[] = []
  readonly startedAt = performance.now()
  position = 0
  winner: Winner | null = null
  retryAfterMs: number | null = null

  constructor(
    readonly brief: Brief,
    /** Keys, the one asked for first. */
    readonly chain: readonly string[],
    publish: (text: string) => void = () => undefined,
  ) {
    this.numbered = toRequest(brief)
    this.draft = new Draft(this.numbered.request, publish, brief.guidelines)
  }

  get current(): string | null {
    return this.winner === null ? (this.chain[this.position] ?? null) : null
  }

  get elapsedMs(): number {
    return performance.now() - this.startedAt
  }

  fail(reason: string): void {
    const provider = this.chain[this.position]
    if (provider !== undefined) this.failures.push({ provider, reason })
    this.position += 1
  }
}
