/** Words of a listener's wish that rules could not explain, to be read by a model. */
export interface InterpretationRequest {
  /** Untrusted. */
  readonly words: readonly string[]
  /** JSON schema of the answer; it says what can be meant. */
  readonly schema: object
}
