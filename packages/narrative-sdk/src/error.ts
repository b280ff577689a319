/** What went wrong, for whoever decides about retry and fallback. */
export type NarrativeErrorCode =
  | 'unavailable' // nobody answers, or answers 5xx
  | 'rate-limited' // 429; see retryAfterMs
  | 'overloaded' // its own queue is full
  | 'timeout' // its own idle watchdog
  | 'unauthorised'
  | 'misconfigured' // the remedy is in the message
  | 'invalid-response' // an answer that is not what was asked for
  | 'truncated' // the answer broke off
  | 'filtered'
  | 'unsupported' // a kind, style or language that it cannot do
  | 'internal'

const brand = Symbol.for('liner-notes.narrative-error')

/** The only way for a provider to fail, beside rejecting with `signal.reason`. Branded, so that two copies of this package recognise it. */
export class NarrativeError extends Error {
  override readonly name = 'NarrativeError'
  readonly code: NarrativeErrorCode
  /** Where the backend said so. */
  readonly retryAfterMs: number | null
  readonly [brand] = true

  constructor(code: NarrativeErrorCode, message: string, options: { cause?: unknown; retryAfterMs?: number | null } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.retryAfterMs = options.retryAfterMs ?? null
  }

  static isInstance(value: unknown): value is NarrativeError {
    return typeof value === 'object' && value !== null && brand in value
  }
}
