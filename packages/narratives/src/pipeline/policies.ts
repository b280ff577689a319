/** What narrate() decides on, for all providers. Times in milliseconds. */
export interface NarratePolicies {
  /** For one narrative, from the call on. The last provider of the order is tried even when it is over. */
  readonly deadlineMs: number
  /** What the last provider gets when the others used up the deadline. */
  readonly lastResortMs: number
  /** A text that another provider than the one asked for wrote is served again for this long only. */
  readonly fallbackTtlMs: number
  /** Failures in a row after which a provider is left alone, and for how long. */
  readonly breakerFailures: number
  readonly breakerResetMs: number
  /** Tries again after an outage that may be over, within the deadline. */
  readonly retries: number
  /** Asks a model once more, with the reasons, when all of its sentences were refused. */
  readonly retryRefused: boolean
  /** For providers that name no limit of their own. */
  readonly maxConcurrency: number
  /** Characters and parts after which an answer is cut off. */
  readonly maxCharacters: number
  readonly maxParts: number
}

export const defaultPolicies: NarratePolicies = {
  deadlineMs: 8_000,
  lastResortMs: 2_000,
  fallbackTtlMs: 30_000,
  breakerFailures: 5,
  breakerResetMs: 10_000,
  retries: 1,
  retryRefused: true,
  maxConcurrency: 16,
  maxCharacters: 8_000,
  maxParts: 20_000,
}
