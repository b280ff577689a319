import type { NarrativeEvent, NarrativeOutcome } from '@linernotes/narratives'
import { ErrorCode } from './narrative.enums.js'

/** An outcome of the pipeline as the union of the schema. */
export function toNarrativeResult(outcome: NarrativeOutcome): object {
  switch (outcome.type) {
    case 'narrative':
      return { typeName: 'Narrative', ...outcome.narrative }
    case 'declined':
      return { typeName: 'NarrativeDeclined', code: ErrorCode[outcome.code], message: outcome.message, path: null, retryAfterMs: null, missing: outcome.missing }
    case 'failure':
      return {
        typeName: 'ProviderFailure',
        code: ErrorCode.PROVIDER_UNAVAILABLE,
        message: outcome.message,
        path: null,
        retryAfterMs: outcome.retryAfterMs,
        provider: outcome.provider,
        tried: outcome.tried,
      }
  }
}

/** The same for a stream: pieces first. */
export function toNarrativeEvent(event: NarrativeEvent): object {
  return event.type === 'delta' ? { typeName: 'NarrativeDelta', seq: event.seq, text: event.text, segmentId: null } : toNarrativeResult(event)
}
