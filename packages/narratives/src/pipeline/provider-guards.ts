import { setTimeout as sleep } from 'node:timers/promises'
import { NarrativeError } from '@linernotes/narrative-sdk'
import { bulkhead, circuitBreaker, ConsecutiveBreaker, handleWhen, type BulkheadPolicy, type CircuitBreakerPolicy } from 'cockatiel'
import { BudgetExhausted } from './budget.js'
import { DeadlineExceeded } from './deadline.js'
import { FirstWords } from './first-words.js'
import type { NarratePolicies } from './policies.js'
import { RetryAfterGate } from './retry-after-gate.js'
import { RetryBudget } from './retry-budget.js'

const outages = new Set(['unavailable', 'rate-limited', 'overloaded', 'timeout', 'invalid-response', 'truncated', 'internal'])
const passing = new Set(['unavailable', 'rate-limited', 'overloaded', 'timeout', 'truncated', 'internal'])

/** How many may wait at one provider; those behind them go on to the next one at once. */
const queueLength = 10_000

function isFailure(error: unknown): boolean {
  return NarrativeError.isInstance(error)
    ? outages.has(error.code)
    : error instanceof DeadlineExceeded || !(error instanceof BudgetExhausted || (error instanceof Error && error.name === 'AbortError'))
}

/**
 * The deadline came soon after the turn had: most of the time went by in the queue. It says that many are waiting, and nothing of the provider; where the breaker
 * counted it, a busy provider would be left alone as if it were down.
 */
class CutShort extends Error {
  override readonly name = 'CutShort'
  constructor(override readonly cause: DeadlineExceeded) {
    super(cause.message)
  }
}

function isOutage(error: unknown): boolean {
  return !(error instanceof CutShort) && isFailure(error)
}

/** What the backend said, or longer with each attempt; in milliseconds. */
function delay(error: NarrativeError, attempt: number): number {
  return error.retryAfterMs ?? 200 * 2 ** attempt
}

interface Guard {
  readonly bulkhead: BulkheadPolicy
  readonly breaker: CircuitBreakerPolicy
  readonly gate: RetryAfterGate
  readonly budget: RetryBudget
}

/** Breaker, bulkhead, retry budget and Retry-After of each provider, shared by all narratives of the process. */
export class ProviderGuards {
  readonly #policies: NarratePolicies
  readonly #clock: () => number
  readonly #guards = new Map<string, Guard>()
  readonly #firstWords = new Map<string, FirstWords>()

  constructor(policies: NarratePolicies, clock: () => number = () => performance.now()) {
    this.#policies = policies
    this.#clock = clock
  }

  firstWords(key: string): FirstWords {
    const known = this.#firstWords.get(key) ?? new FirstWords()
    this.#firstWords.set(key, known)
    return known
  }

  #guard(key: string, maxConcurrency: number | null): Guard {
    const known = this.#guards.get(key)
    if (known !== undefined) return known
    const { breakerFailures, breakerResetMs, retryShare } = this.#policies
    const guard = {
      bulkhead: bulkhead(Math.max(1, maxConcurrency ?? this.#policies.maxConcurrency), queueLength),
      breaker: circuitBreaker(handleWhen(isOutage), { halfOpenAfter: breakerResetMs, breaker: new ConsecutiveBreaker(breakerFailures) }),
      gate: new RetryAfterGate(this.#clock),
      budget: new RetryBudget(retryShare, this.#clock),
    }
    this.#guards.set(key, guard)
    return guard
  }

  /** Runs `work` when there is room, and again where an outage may be over before `remainingMs` are and the retry budget allows it. */
  async run<T>(key: string, maxConcurrency: number | null, remainingMs: () => number, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const guard = this.#guard(key, maxConcurrency)
    const { gate, budget } = guard
    gate.check()
    budget.countFirstTry()
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await guard.bulkhead.execute(() => tryOnce(guard, this.#clock, signal, work), signal)
      } catch (error) {
        if (attempt > this.#policies.retries || signal.aborted || !NarrativeError.isInstance(error) || !passing.has(error.code)) throw error
        const wait = Math.max(delay(error, attempt), gate.remainingMs)
        if (wait >= remainingMs() || !budget.spend()) throw error
        // A timer may be early by the fraction of a millisecond that the gate still counts.
        await sleep(wait + 1, undefined, { signal })
      }
    }
  }
}

/** The gate is asked when the turn has come: others may have been told to wait in the meantime. It stands before the breaker, for which waiting is no failure. */
async function tryOnce<T>({ gate, breaker }: Guard, clock: () => number, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const isProbe = gate.pass()
  const beganAt = clock()
  try {
    return await breaker.execute(async () => {
      try {
        const result = await work()
        if (isProbe) gate.open()
        return result
      } catch (error) {
        gate.note(error)
        if (error instanceof DeadlineExceeded && clock() - beganAt < error.milliseconds / 2) throw new CutShort(error)
        throw error
      }
    }, signal)
  } catch (error) {
    throw error instanceof CutShort ? error.cause : error
  }
}
