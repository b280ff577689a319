/** What narrate() decides on, for all providers. Times in milliseconds. */
export interface NarratePolicies {
  /** For one narrative, from the call on. The last provider of the order is tried even when it is over. */
  readonly deadlineMs: number
  /** What the last provider gets when the others used up the deadline. */
  readonly lastResortMs: number
  /** A text that another provider than the one asked for wrote is served again for this long only. */
  readonly fallbackTtlMs: number
  /** A text that is older is served once more while a new one is written. */
  readonly staleAfterMs: number
  /** Failures in a row after which a provider is left alone, and for how long. */
  readonly breakerFailures: number
  readonly breakerResetMs: number
  /** Tries again after an outage that may be over, within the deadline. */
  readonly retries: number
  /** Retries of a provider as a share of its first tries, over the last minute. */
  readonly retryShare: number
  /** Asks a model once more, with the reasons, when all of its sentences were refused. */
  readonly retryRefused: boolean
  /** Share of its phrases that a text may have in common with what the listener was told lately, 0 to 1. */
  readonly maxOverlap: number
  /** For providers that name no limit of their own. */
  readonly maxConcurrency: number
  /** Lists whose stale texts are written anew in the background at once; more are left for the next request. */
  readonly maxRevalidations: number
  /** Characters and parts after which an answer is cut off. */
  readonly maxCharacters: number
  readonly maxParts: number
}

export const defaultPolicies: NarratePolicies = {
  deadlineMs: 8_000,
  lastResortMs: 2_000,
  fallbackTtlMs: 30_000,
  staleAfterMs: 30 * 86_400_000,
  breakerFailures: 5,
  breakerResetMs: 10_000,
  retries: 1,
  retryShare: 0.1,
  retryRefused: true,
  maxOverlap: 0.5,
  maxConcurrency: 16,
  maxRevalidations: 64,
  maxCharacters: 8_000,
  maxParts: 20_000,
}
