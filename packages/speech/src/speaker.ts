/** A spoken text as it lies in the cache. */
export interface SpokenText {
  readonly type: 'spoken'
  /** Derived from text, language, voice and provider: the same words have the same id. */
  readonly id: string
  readonly provider: string
  readonly voice: string
  readonly mimeType: string
  readonly durationMs: number
  /** Absolute path of the sound file. */
  readonly audioFile: string
  /** Absolute path of the captions, WebVTT. */
  readonly captionsFile: string
}

/** Nobody can speak it now: talk stays text, and says so. */
export interface NotSpoken {
  readonly type: 'not-spoken'
  /** One line for whoever asked why. */
  readonly reason: string
}

export interface SayOptions {
  /** BCP 47. */
  readonly language: string
  readonly voice?: string | null
  readonly signal: AbortSignal
}

/** Speaks through the first configured provider that can, and keeps what was spoken. */
export interface Speaker extends AsyncDisposable {
  /** Rejects with `signal.reason` only. */
  say(text: string, options: SayOptions): Promise<SpokenText | NotSpoken>
  /** What was spoken before; null: not kept any more, or never. */
  find(id: string): Promise<SpokenText | null>
  /** null: somebody can speak; else why nobody can, in one line. */
  silence(options: { readonly signal: AbortSignal }): Promise<string | null>
}
