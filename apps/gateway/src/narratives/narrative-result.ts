import type { NarrativeDelta } from '@linernotes/narratives'
import type { NarrateOutcome } from '@linernotes/serving'
import { ErrorCode } from './narrative.enums.js'

/** An outcome of the pipeline as the union of the schema. */
export function toNarrativeResult(outcome: NarrateOutcome): object {
  if (outcome.type === 'narrative') return { typeName: 'Narrative', ...outcome, createdAt: new Date(outcome.createdAt) }
  const error = { code: ErrorCode[outcome.code], message: outcome.message, path: null }
  if (outcome.type === 'declined') return { typeName: 'NarrativeDeclined', ...error, retryAfterMs: null, missing: outcome.missing }
  return { typeName: 'ProviderFailure', ...error, retryAfterMs: outcome.retryAfterMs, provider: outcome.provider, tried: outcome.tried }
}

/** The same for a stream: pieces first. */
export function toNarrativeEvent(event: NarrateOutcome | NarrativeDelta): object {
  return event.type === 'delta' ? { typeName: 'NarrativeDelta', seq: event.seq, text: event.text, segmentId: null } : toNarrativeResult(event)
}
