import type { NarrativeProvider, NarrativeRequest, NarrativeUsage, Realisation } from '@linernotes/narrative-sdk'
import type { Attempt, NarrativeJob } from './narrative-job.js'
import type { NarratePolicies } from './policies.js'
import { errorText } from './error-text.js'
import { readParts } from './read-parts.js'
import { failureReason, refusalReason } from './failure-reason.js'

export interface AttemptResult {
  readonly attempt: Attempt
  readonly model: string
  /** Who chose the words this time; null: as the provider's capabilities say. */
  readonly realisation: Realisation | null
  readonly refusals: readonly string[]
}

/** Lets a provider write once. Sentences that pass stand whatever happens afterwards; what it throws is written down and thrown on. */
export async function attemptNarrative(
  job: NarrativeJob,
  key: string,
  provider: NarrativeProvider,
  request: NarrativeRequest,
  policies: NarratePolicies,
  signal: AbortSignal,
  log: (event: string, data: object) => void,
  heard: (firstTextMs: number) => void,
): Promise<AttemptResult> {
  signal.throwIfAborted()
  const startedAt = performance.now()
  const before = job.draft.text
  let model: string | null = null
  let realisation: Realisation | null = null
  let firstText: number | null = null
  const record = (outcome: Attempt['outcome'], reason: string | null, usage: NarrativeUsage | null): Attempt => {
    const attempt: Attempt = {
      provider: key,
      model,
      outcome,
      reason,
      usage,
      timeToFirstTokenMs: firstText,
      latencyMs: Math.round(performance.now() - startedAt),
      overlap: null,
    }
    job.attempts.push(attempt)
    return attempt
  }
  try {
    const usage = await readParts(
      provider.narrate(request, { signal }),
      {
        started: (name, warnings, chosenBy) => {
          model = name
          realisation = chosenBy
          log('narrative-writing', {
            provider: key,
            model: name,
            mode: provider.capabilities.mode ?? null,
            realisation: chosenBy ?? provider.capabilities.realisation,
          })
          if (warnings.length > 0) log('narrative-warnings', { provider: key, warnings })
        },
        firstText: () => {
          firstText = Math.round(performance.now() - startedAt)
          heard(firstText)
        },
        piece: (piece) => job.draft.offer(piece),
      },
      signal,
      {
        maxCharacters: policies.maxCharacters,
        maxParts: policies.maxParts,
        late: (error) => log('narrative-late-error', { provider: key, error: errorText(error) }),
      },
    )
    const refusals = job.draft.takeRefusals()
    const published = job.draft.text !== before && job.draft.isComplete
    const attempt = record(published ? 'published' : 'refused', refusals.length === 0 && published ? null : refusalReason(refusals), usage)
    return { attempt, model: model ?? key, realisation, refusals }
  } catch (error) {
    const stands = job.draft.text !== before && job.draft.isComplete
    const reason = failureReason(error)
    const attempt = record(stands ? 'published' : 'failed', reason, null)
    if (reason === 'failed unexpectedly') log('narrative-unexpected-error', { provider: key, error: errorText(error) })
    if (!stands || (signal.aborted && !isDeadline(signal))) throw error
    return { attempt, model: model ?? key, realisation, refusals: job.draft.takeRefusals() }
  }
}

function isDeadline(signal: AbortSignal): boolean {
  return signal.reason instanceof Error && signal.reason.name === 'DeadlineExceeded'
}
