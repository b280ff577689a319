import { NarrativeError, type NarrativeProvider, type NarrativeRequest } from '@linernotes/narrative-sdk'
import type { ProviderRegistry } from '../registry/provider-registry.js'
import { attemptNarrative, type AttemptResult } from './attempt-narrative.js'
import { withDeadline } from './deadline.js'
import { failureReason, refusalReason } from './failure-reason.js'
import type { NarrativeJob } from './narrative-job.js'
import type { NarratePolicies } from './policies.js'
import type { ProviderGuards } from './provider-guards.js'
import { race } from './race.js'

export interface JobContext {
  readonly registry: ProviderRegistry
  readonly guards: ProviderGuards
  readonly policies: NarratePolicies
  readonly log: (event: string, data?: object) => void
}

/** What is left of the deadline is shared by those before the last one; the last one always gets its turn. */
function budgetOf(job: NarrativeJob, policies: NarratePolicies): number {
  const remaining = policies.deadlineMs - job.elapsedMs
  const before = job.chain.length - 1 - job.position
  if (before === 0) return Math.max(remaining, policies.lastResortMs)
  return (remaining * 0.95) / before
}

/** Rules cannot learn from a refusal, but another seed chooses other phrases. */
const otherSeeds = 4

function misfit(provider: NarrativeProvider, request: NarrativeRequest): string | null {
  const { kinds, styles, languages } = provider.capabilities
  if (!kinds.includes(request.kind)) return `does not narrate ${request.kind}s`
  if (!styles.includes(request.style)) return `does not write a ${request.style}`
  const language = request.language.split('-', 1)[0]?.toLowerCase()
  return languages.some((known) => known.split('-', 1)[0]?.toLowerCase() === language) ? null : `does not speak ${request.language}`
}

async function letWrite(
  job: NarrativeJob,
  key: string,
  provider: NarrativeProvider,
  { request, avoid }: { readonly request: NarrativeRequest; readonly avoid: () => readonly string[] },
  budget: number,
  signal: AbortSignal,
  context: JobContext,
): Promise<AttemptResult> {
  const { policies, guards } = context
  const startedAt = performance.now()
  const run = (again: NarrativeRequest, limited: AbortSignal): Promise<AttemptResult> => {
    const guarded = guards.run(
      key,
      provider.capabilities.maxConcurrency,
      () => budget - (performance.now() - startedAt),
      limited,
      // What the list says is known only when the turn has come.
      () => attemptNarrative(job, key, provider, { ...again, avoid: avoid() }, policies, limited, context.log),
    )
    return race(guarded, limited, () => undefined)
  }
  return await withDeadline(budget, signal, async (limited) => {
    let result = await run(request, limited)
    const tries = policies.retryRefused ? (provider.capabilities.realisation === 'model' ? 1 : otherSeeds) : 0
    for (let attempt = 1; attempt <= tries && !job.draft.isComplete && result.refusals.length > 0; attempt += 1) {
      const seed = provider.capabilities.realisation === 'rules' ? (request.seed ?? 0) + attempt : request.seed
      result = await run({ ...request, seed, refusals: result.refusals }, limited)
    }
    // Saying less is always possible: who it is by.
    if (provider.capabilities.realisation === 'rules' && !job.draft.isComplete && result.refusals.length > 0)
      result = await run({ ...request, facts: request.facts.slice(0, 1), passages: [], reasons: [], refusals: result.refusals }, limited)
    return result
  })
}

/**
 * Lets the providers of the chain write, one after the other, until a text stands. With `stopAtRules` it returns as soon as a provider by rules is
 * next: its turn comes when the rest of the list is known. Rejects only with the caller's `signal.reason`.
 */
export async function runJob(
  job: NarrativeJob,
  options: { readonly stopAtRules: boolean; readonly avoid: () => readonly string[]; readonly signal: AbortSignal },
  context: JobContext,
): Promise<void> {
  const { signal } = options
  for (let key = job.current; key !== null; key = job.current) {
    signal.throwIfAborted()
    const current = key
    const budget = budgetOf(job, context.policies)
    try {
      const provider = await withDeadline(Math.max(budget, 1), signal, (limited) => race(context.registry.provider(current), limited))
      if (options.stopAtRules && provider.capabilities.realisation === 'rules') return
      const reason = budget <= 0 ? 'no time was left' : misfit(provider, job.numbered.request)
      if (reason !== null) {
        job.fail(reason)
        continue
      }
      const result = await letWrite(job, current, provider, { request: job.numbered.request, avoid: options.avoid }, budget, signal, context)
      if (job.draft.isComplete)
        job.winner = { key: current, model: result.model, realisation: result.realisation, capabilities: provider.capabilities, attempt: result.attempt }
      else job.fail(refusalReason(result.refusals))
    } catch (error) {
      signal.throwIfAborted()
      if (NarrativeError.isInstance(error)) job.retryAfterMs ??= error.retryAfterMs
      const reason = failureReason(error)
      if (reason === 'failed unexpectedly') context.log('narrative-provider-failed', { provider: current, error: String(error) })
      job.fail(reason)
    }
  }
}
