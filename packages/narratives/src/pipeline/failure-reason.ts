import { NarrativeError, sanitise } from '@linernotes/narrative-sdk'
import { BrokenCircuitError, BulkheadRejectedError } from 'cockatiel'
import { findLink } from '../safety/find-link.js'
import { unsayable } from '../safety/unsayable.js'
import { BudgetExhausted } from './budget.js'
import { DeadlineExceeded } from './deadline.js'
import { AskedToWait } from './retry-after-gate.js'

const longest = 240

/** The reason is what helps; where a backend lives is no reader's business. */
function withoutLinks(line: string): string {
  return line
    .split(' ')
    .map((word) => (findLink(word) === null ? word : '…'))
    .join(' ')
}

/** Reasons quote what a provider wrote, and clients read them: no link, markup or hidden character goes out this way, either. */
function plainLine(text: string): string {
  const line = withoutLinks(sanitise(text, longest))
  return unsayable(line) === null ? line : 'its text was not plain'
}

/** One line for a reader of `fallbackReason`. Unexpected errors keep their text for the log. */
export function failureReason(error: unknown): string {
  if (error instanceof DeadlineExceeded || error instanceof AskedToWait || error instanceof BudgetExhausted) return error.message
  if (error instanceof BrokenCircuitError) return 'left alone for a while after repeated failures'
  if (error instanceof BulkheadRejectedError) return 'too many requests are waiting'
  if (NarrativeError.isInstance(error)) return plainLine(String(error.message).split('\n', 1)[0] || error.code)
  return 'failed unexpectedly'
}

/** Reasons of refusal, shortened to what fits in a line. */
export function refusalReason(reasons: readonly string[]): string {
  return reasons.length === 0 ? 'it wrote nothing' : `refused: ${reasons.slice(0, 3).map(plainLine).join('; ')}`.slice(0, longest)
}
