/** A text whose tone somebody is asked to judge. */
export interface ToneRequest {
  /** Untrusted: whoever wrote it may have meant to be judged well. */
  readonly text: string
  /** What the editors ask of a text, one line each. Trusted. */
  readonly guidelines: readonly string[]
  /** Texts with the score that an editor gave them, worst and best among them. Trusted. */
  readonly examples: readonly { readonly text: string; readonly score: number }[]
}

export interface ToneVerdict {
  /** 1 (not our tone at all) to 5 (as an editor would have it); null: the answer held no score. */
  readonly score: 1 | 2 | 3 | 4 | 5 | null
  readonly model: string
}
