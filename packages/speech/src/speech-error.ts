/** What went wrong, for whoever decides who speaks instead. */
export type SpeechErrorCode =
  | 'unavailable' // nobody answers, or answers 5xx; the program is not there
  | 'rate-limited' // 429; see retryAfterMs
  | 'timeout' // its own idle watchdog
  | 'unauthorised'
  | 'misconfigured' // the remedy is in the message
  | 'invalid-response' // an answer that is not sound
  | 'unsupported' // a language or a length that it cannot speak

const brand = Symbol.for('liner-notes.speech-error')

/** The only way for a provider to fail, beside rejecting with `signal.reason`. Branded, so that two copies of this package recognise it. */
export class SpeechError extends Error {
  override readonly name = 'SpeechError'
  readonly code: SpeechErrorCode
  /** Where the backend said so. */
  readonly retryAfterMs: number | null
  readonly [brand] = true

  constructor(code: SpeechErrorCode, message: string, options: { cause?: unknown; retryAfterMs?: number | null } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.retryAfterMs = options.retryAfterMs ?? null
  }

  static isInstance(value: unknown): value is SpeechError {
    return typeof value === 'object' && value !== null && brand in value
  }
}
