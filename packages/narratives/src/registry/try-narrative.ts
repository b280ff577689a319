import type { NarrativeProvider, NarrativeRequest } from '@linernotes/narrative-sdk'
import { sampleRequests } from '@linernotes/narrative-sdk/testing'
import { withDeadline } from '../pipeline/deadline.js'
import { race } from '../pipeline/race.js'
import { ok, problem, warning, type ProviderCheck } from './provider-check.js'
import { judgeAttempt, type RecordedAttempt } from './record-plugin.js'

/** How long a first narrative may take, loading a model included. */
const longestMs = 60_000

/** Lets a provider write one narrative about a made-up item, and checks it word by word. `attempts` gives what its recorder took down meanwhile. */
export async function tryNarrative(
  provider: NarrativeProvider,
  attempts: () => readonly RecordedAttempt[],
  options: { readonly deadlineMs: number; readonly signal: AbortSignal },
): Promise<ProviderCheck> {
  const request = sampleRequests.find((sample) => fits(provider, sample))
  if (request === undefined) return warning('narrative', 'no sample of the platform is of a kind, style and language that it writes')
  try {
    await withDeadline(longestMs, options.signal, (signal) => race(drain(provider, request, signal), signal))
  } catch (error) {
    options.signal.throwIfAborted()
    const failure = attempts().at(-1)?.failure
    return problem('narrative', `${failure?.code ?? 'failed'}: ${error instanceof Error ? error.message : String(error)}`)
  }
  return judge(attempts().at(-1), options.deadlineMs)
}

function judge(attempt: RecordedAttempt | undefined, deadlineMs: number): ProviderCheck {
  if (attempt === undefined) return problem('narrative', 'it ended without a narrative')
  const verdicts = judgeAttempt(attempt)
  const refused = verdicts.filter((verdict) => !verdict.accepted)
  const reasons = [...new Set(refused.flatMap((verdict) => verdict.refusals.map(({ reason }) => reason)))].slice(0, 3).join('; ')
  const took = `${verdicts.length - refused.length} of ${verdicts.length} sentences stand, in ${(attempt.latencyMs / 1000).toFixed(1)} s`
  if (verdicts.length === 0) return problem('narrative', 'it wrote nothing')
  if (!verdicts.some((verdict) => verdict.accepted && verdict.factIds.length > 0))
    return warning('narrative', `${took}; refused: ${reasons}`, `see every sentence and why: linernotes providers try ${attempt.provider}`)
  if (attempt.latencyMs > deadlineMs) {
    const remedy = 'ask again: the first narrative loads what later ones find; else raise deadlineMs in linernotes.config.ts, or take a smaller model'
    return warning('narrative', `${took}; a listener waits ${deadlineMs / 1000} s at most`, remedy)
  }
  return ok('narrative', refused.length === 0 ? took : `${took}; refused: ${reasons}`)
}

async function drain(provider: NarrativeProvider, request: NarrativeRequest, signal: AbortSignal): Promise<void> {
  const iterator = provider.narrate(request, { signal })[Symbol.asyncIterator]()
  while ((await iterator.next()).done !== true);
}

function fits({ capabilities }: NarrativeProvider, request: NarrativeRequest): boolean {
  return (
    capabilities.kinds.includes(request.kind) &&
    capabilities.styles.includes(request.style) &&
    capabilities.languages.some((language) => language.split('-')[0] === request.language.split('-')[0])
  )
}
