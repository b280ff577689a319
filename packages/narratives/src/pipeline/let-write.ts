import { setImmediate as nextTurn } from 'node:timers/promises'
import type { NarrativeProvider, NarrativeRequest } from '@linernotes/narrative-sdk'
import type { SentenceVerdict } from '../grounding/verdict.js'
import { attemptNarrative, type AttemptResult } from './attempt-narrative.js'
import type { Reservation } from './budget.js'
import { withDeadline } from './deadline.js'
import type { NarrativeJob } from './narrative-job.js'
import { bareText, overlapOf } from './overlap.js'
import { race } from './race.js'
import type { JobContext, RunOptions } from './run-job.js'

/** Rules cannot learn from a refusal, but another seed chooses other phrases. */
const otherSeeds = 4

/** A text that passed, but sounds like what was said before: better than none. */
interface Spare {
  readonly accepted: readonly SentenceVerdict[]
  readonly overlap: number
  readonly result: AttemptResult
}

interface Writer {
  readonly key: string
  readonly provider: NarrativeProvider
  /** How long it may take, retries included. */
  readonly milliseconds: number
}

/** Lets one provider write until a text stands: once more with the reasons where all was refused or the text repeats what was said; rules with another seed. */
export async function letWrite(job: NarrativeJob, writer: Writer, options: RunOptions, context: JobContext): Promise<AttemptResult> {
  const { policies } = context
  const { request } = job.numbered
  const byRules = writer.provider.capabilities.realisation === 'rules'
  const startedAt = performance.now()
  const remainingMs = (): number => writer.milliseconds - (performance.now() - startedAt)
  const names = [
    request.item.title,
    request.item.by,
    ...[...request.facts, ...request.passages].flatMap(({ values }) => Object.values(values).filter((value) => typeof value === 'string')),
  ]
  return await withDeadline(writer.milliseconds, options.signal, async (limited) => {
    const run = (again: NarrativeRequest): Promise<AttemptResult> => runOnce(job, writer, again, { ...options, signal: limited }, remainingMs, context)
    let result = await run(request)
    let spare: Spare | null = null
    const tries = policies.retryRefused ? (byRules ? otherSeeds : 1) : 0
    for (let attempt = 1; ; attempt += 1) {
      let refusals = result.refusals
      if (job.draft.isComplete) {
        const overlap = overlapOf(job.draft.text, options.avoid(), names)
        job.overlap = overlap
        job.amendLast({ overlap })
        if (overlap === null || overlap <= policies.maxOverlap || job.options.publish !== null) return result
        // The same words beside another item are worse than another provider's, if one comes after this.
        const isSaid = job.position < job.chain.length - 1 && options.avoid().some((other) => bareText(other) === bareText(job.draft.text))
        if (!isSaid && (spare === null || overlap < spare.overlap)) spare = { accepted: job.draft.keep(), overlap, result }
        refusals = [`it repeats what was said lately: ${Math.round(overlap * 100)} % of its phrases`]
      }
      const taken = performance.now() - startedAt
      // Another try costs as long as this one did: no reason to lose a text that stands.
      const pays = spare === null || byRules || remainingMs() > taken / attempt
      const isLast = attempt > tries || refusals.length === 0 || !pays
      if (job.draft.isComplete && (!isLast || spare === null)) {
        job.amendLast({ outcome: 'refused', reason: `refused: ${refusals[0]}` })
        job.draft.reset()
        result = { ...result, refusals }
      }
      if (isLast) break
      const seed = byRules ? (request.seed ?? 0) + attempt : request.seed
      try {
        result = await run({ ...request, seed, refusals })
      } catch (error) {
        if (spare === null || options.signal.aborted) throw error
        break
      }
    }
    if (spare !== null) {
      job.draft.reset(spare.accepted)
      job.overlap = spare.overlap
      return spare.result
    }
    // Saying less is always possible: who it is by.
    if (byRules && !job.draft.isComplete && result.refusals.length > 0)
      result = await run({ ...request, facts: request.facts.slice(0, 1), passages: [], reasons: [], refusals: result.refusals })
    return result
  })
}

async function runOnce(
  job: NarrativeJob,
  { key, provider }: Writer,
  request: NarrativeRequest,
  options: RunOptions,
  remainingMs: () => number,
  context: JobContext,
): Promise<AttemptResult> {
  const { signal, budget } = options
  let attempt: Promise<AttemptResult> | null = null
  const guarded = context.guards.run(key, provider.capabilities.maxConcurrency, remainingMs, signal, async () => {
    // What the list says is known only when the turn has come.
    // A copy: whoever changes it changes neither what is checked nor what the next provider is told.
    const now = structuredClone({ ...request, avoid: [...options.avoid()] })
    const costs = provider.capabilities.realisation === 'model' || provider.capabilities.mode !== undefined
    const reservation = budget === null || !costs ? null : await budget.reserve({ key, provider, options: context.registry.options(key), request: now })
    const before = job.attempts.length
    try {
      attempt = context.guards
        .firstWords(key)
        .within(signal, (limited, heard) => attemptNarrative(job, key, provider, now, context.policies, limited, context.log, heard))
      return await attempt
    } finally {
      await settle(reservation, job.attempts.length > before ? (job.attempts.at(-1)?.usage ?? null) : null, context)
    }
  })
  try {
    return await race(guarded, signal, () => undefined)
  } catch (error) {
    // The attempt hears of the same end a moment later: sentences that stand by then are an answer, and theirs who wrote them.
    return await Promise.race([...(attempt === null ? [] : [attempt]), nextTurn().then(() => Promise.reject(error))])
  }
}

/** What cannot be settled stays held back: the budget is never exceeded because of it. */
async function settle(reservation: Reservation | null, usage: Parameters<Reservation['settle']>[0], context: JobContext): Promise<void> {
  try {
    await reservation?.settle(usage)
  } catch (error) {
    context.log('narrative-budget-not-settled', { error: String(error) })
  }
}
