import { NarrativeError } from '@linernotes/narrative-sdk'
import { bulkhead, circuitBreaker, ConsecutiveBreaker, DelegateBackoff, handleWhen, retry, wrap, type IPolicy, type IRetryBackoffContext } from 'cockatiel'
import { DeadlineExceeded } from './deadline.js'
import type { NarratePolicies } from './policies.js'

const outages = new Set(['unavailable', 'rate-limited', 'overloaded', 'timeout', 'invalid-response', 'truncated', 'internal'])
const passing = new Set(['unavailable', 'rate-limited', 'overloaded', 'timeout', 'truncated', 'internal'])

function isOutage(error: unknown): boolean {
  return NarrativeError.isInstance(error)
    ? outages.has(error.code)
    : error instanceof DeadlineExceeded || !(error instanceof Error && error.name === 'AbortError')
}

/** What the backend said, or longer with each attempt; in milliseconds. */
function delay(error: unknown, attempt: number): number {
  return NarrativeError.isInstance(error) && error.retryAfterMs !== null ? error.retryAfterMs : 200 * 2 ** attempt
}

/** Breaker and bulkhead of each provider, shared by all narratives of the process. */
export class ProviderGuards {
  readonly #policies: NarratePolicies
  readonly #guards = new Map<string, IPolicy>()

  constructor(policies: NarratePolicies) {
    this.#policies = policies
  }

  #guard(key: string, maxConcurrency: number | null): IPolicy {
    const known = this.#guards.get(key)
    if (known !== undefined) return known
    const { breakerFailures, breakerResetMs } = this.#policies
    const breaker = circuitBreaker(handleWhen(isOutage), { halfOpenAfter: breakerResetMs, breaker: new ConsecutiveBreaker(breakerFailures) })
    const guard = wrap(bulkhead(Math.max(1, maxConcurrency ?? this.#policies.maxConcurrency), 10_000), breaker)
    this.#guards.set(key, guard)
    return guard
  }

  /** Runs `work` when there is room, and again where an outage may be over before `remainingMs` are. */
  run<T>(key: string, maxConcurrency: number | null, remainingMs: () => number, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const guard = this.#guard(key, maxConcurrency)
    const again = retry(
      handleWhen((error) => !signal.aborted && NarrativeError.isInstance(error) && passing.has(error.code) && delay(error, 1) < remainingMs()),
      {
        maxAttempts: this.#policies.retries,
        backoff: new DelegateBackoff((context: IRetryBackoffContext<unknown>) =>
          delay('error' in context.result ? context.result.error : null, context.attempt),
        ),
      },
    )
    return wrap(again, guard).execute(work, signal)
  }
}
