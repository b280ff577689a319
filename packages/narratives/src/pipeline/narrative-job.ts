import type { Capabilities, NarrativeUsage, Realisation } from '@linernotes/narrative-sdk'
import type { Brief } from '../brief.js'
import type { Editorial } from '../editorial.js'
import type { Narrative } from '../narrative.js'
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
  /** Share of the text's phrases that were said before; null: nothing to compare. */
  readonly overlap: number | null
}

/** What a job needs to know beside its brief. */
export interface JobOptions {
  /** Texts about the item that must not come back. */
  readonly withdrawn: readonly string[]
  readonly editorial: Editorial | null
  /** Somebody reads along: what was published cannot be taken back. */
  readonly publish: ((text: string) => void) | null
  /** When its providers were first asked to start, on the clock of `performance`: the deadline counts from then. */
  readonly startedAt: number
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
  readonly startedAt: number
  position = 0
  winner: Winner | null = null
  /** Another process wrote it in the meantime. */
  found: Narrative | null = null
  retryAfterMs: number | null = null
  /** Why the budget had no room for it; null: it had. */
  exhausted: string | null = null
  /** Share of the text's phrases that were said before. */
  overlap: number | null = null

  constructor(
    readonly brief: Brief,
    /** Keys, the one asked for first. */
    readonly chain: readonly string[],
    readonly options: JobOptions,
  ) {
    this.startedAt = options.startedAt
    const numbered = toRequest(brief)
    this.numbered = options.editorial === null ? numbered : { ...numbered, request: { ...numbered.request, ...options.editorial.guide(numbered.request) } }
    this.draft = new Draft(this.numbered.request, options.withdrawn, options.publish ?? (() => undefined), brief.guidelines)
  }

  /** The same narrative, for another list to finish by itself; what was tried so far stays in the ledger of this one. */
  fork(publish: JobOptions['publish']): NarrativeJob {
    const job = new NarrativeJob(this.brief, this.chain, { ...this.options, publish })
    job.failures.push(...this.failures)
    job.position = this.position
    job.retryAfterMs = this.retryAfterMs
    job.draft.reset(this.draft.keep())
    // A reader of this one has not heard yet what nobody read along.
    if (publish !== null && this.options.publish === null && this.draft.text !== '') publish(this.draft.text)
    return job
  }

  get current(): string | null {
    return this.winner === null && this.found === null ? (this.chain[this.position] ?? null) : null
  }

  get elapsedMs(): number {
    return performance.now() - this.startedAt
  }

  fail(reason: string): void {
    const provider = this.chain[this.position]
    if (provider !== undefined) this.failures.push({ provider, reason })
    this.position += 1
    // The next one starts anew, but for a reader who has heard this already.
    if (this.options.publish === null) this.draft.reset()
  }

  /** The text that stands at the end; null: none yet. */
  get text(): string | null {
    return this.found?.text ?? (this.winner === null ? null : this.draft.text)
  }

  /** Says of the last attempt what only its whole text shows. */
  amendLast(change: Partial<Attempt>): void {
    const last = this.attempts.pop()
    if (last !== undefined) this.attempts.push({ ...last, ...change })
  }
}
