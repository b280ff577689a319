import { NarrativeError } from '@linernotes/narrative-sdk'
import { BrokenCircuitError, BulkheadRejectedError } from 'cockatiel'
import { BudgetExhausted } from './budget.js'
import { DeadlineExceeded } from './deadline.js'
import { AskedToWait } from './retry-after-gate.js'

const longest = 240

/** One line for a reader of `fallbackReason`. Unexpected errors keep their text for the log. */
export function failureReason(error: unknown): string {
  if (error instanceof DeadlineExceeded || error instanceof AskedToWait || error instanceof BudgetExhausted) return error.message
  if (error instanceof BrokenCircuitError) return 'left alone for a while after repeated failures'
  if (error instanceof BulkheadRejectedError) return 'too many requests are waiting'
  if (NarrativeError.isInstance(error)) return (error.message.split('\n', 1)[0] ?? error.code).slice(0, longest)
  return 'failed unexpectedly'
}

/** Reasons of refusal, shortened to what fits in a line. */
export function refusalReason(reasons: readonly string[]): string {
  return reasons.length === 0 ? 'it wrote nothing' : `refused: ${reasons.slice(0, 3).join('; ')}`.slice(0, longest)
}
