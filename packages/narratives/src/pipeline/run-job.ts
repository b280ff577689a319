import { NarrativeError, type NarrativeProvider, type NarrativeRequest } from '@linernotes/narrative-sdk'
import type { ProviderRegistry } from '../registry/provider-registry.js'
import { BudgetExhausted, type NarrativeBudget } from './budget.js'
import { withDeadline } from './deadline.js'
import { failureReason, refusalReason } from './failure-reason.js'
import { errorText } from './error-text.js'
import { letWrite } from './let-write.js'
import type { NarrativeJob } from './narrative-job.js'
import type { NarratePolicies } from './policies.js'
import type { ProviderGuards } from './provider-guards.js'
import { race } from './race.js'
import { AskedToWait } from './retry-after-gate.js'

export interface JobContext {
  readonly registry: ProviderRegistry
  readonly guards: ProviderGuards
  readonly policies: NarratePolicies
  readonly log: (event: string, data?: object) => void
}

/** What is left of the deadline is shared by those before the last one; the last one always gets its turn. */
function budgetOf(job: NarrativeJob, policies: NarratePolicies, deadlineMs: number | undefined): number {
  const remaining = (deadlineMs ?? policies.deadlineMs) - job.elapsedMs
  const before = job.chain.length - 1 - job.position
  if (before === 0) return Math.max(remaining, policies.lastResortMs)
  return (remaining * 0.95) / before
}

function misfit(provider: NarrativeProvider, request: NarrativeRequest): string | null {
  const { kinds, styles, languages } = provider.capabilities
  if (!kinds.includes(request.kind)) return `does not narrate ${request.kind}s`
  if (!styles.includes(request.style)) return `does not write a ${request.style}`
  const language = request.language.split('-', 1)[0]?.toLowerCase()
  return languages.some((known) => known.split('-', 1)[0]?.toLowerCase() === language) ? null : `does not speak ${request.language}`
}

export interface RunOptions {
  readonly stopAtRules: boolean
  /** Texts that the next one should not sound like, as they stand when its turn has come. */
  readonly avoid: () => readonly string[]
  readonly signal: AbortSignal
  readonly budget: NarrativeBudget | null
  /** Cuts off all but the last provider. */
  readonly hurry?: AbortSignal | undefined
  /** Left out: what is configured. */
  readonly deadlineMs?: number | undefined
}

/**
 * Lets the providers of the chain write, one after the other, until a text stands. With `stopAtRules` it returns as soon as a provider by rules is
 * next: its turn comes when the rest of the list is known. Rejects only with the caller's `signal.reason`.
 */
export async function runJob(job: NarrativeJob, options: RunOptions, context: JobContext): Promise<void> {
  const { signal, hurry } = options
  for (let key = job.current; key !== null; key = job.current) {
    signal.throwIfAborted()
    const current = key
    const isLast = job.position === job.chain.length - 1
    const budget = hurry?.aborted === true && !isLast ? 0 : budgetOf(job, context.policies, options.deadlineMs)
    const patient = hurry === undefined || isLast ? signal : AbortSignal.any([signal, hurry])
    try {
      const provider = await withDeadline(Math.max(budget, 1), patient, (limited) => race(context.registry.provider(current), limited))
      if (options.stopAtRules && provider.capabilities.realisation === 'rules') return
      const reason = budget <= 0 ? 'no time was left' : misfit(provider, job.numbered.request)
      if (reason !== null) {
        job.fail(reason)
        continue
      }
      const result = await letWrite(job, { key: current, provider, milliseconds: budget }, { ...options, signal: patient }, context)
      if (job.draft.isComplete)
        job.winner = { key: current, model: result.model, realisation: result.realisation, capabilities: provider.capabilities, attempt: result.attempt }
      else job.fail(refusalReason(result.refusals))
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof BudgetExhausted) {
        job.exhausted = error.message
        return
      }
      if (NarrativeError.isInstance(error) || error instanceof AskedToWait) job.retryAfterMs ??= error.retryAfterMs
      const reason = hurry?.aborted === true && !isLast ? 'no time was left' : failureReason(error)
      if (reason === 'failed unexpectedly') context.log('narrative-provider-failed', { provider: current, error: errorText(error) })
      job.fail(reason)
    }
  }
}
