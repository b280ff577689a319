/** A spoken text as it lies in the cache. */
export interface SpokenText {
  readonly type: 'spoken'
  /** Derived from text, language, voice, provider and its settings: the same words have the same id. */
  readonly id: string
  readonly provider: string
  readonly voice: string
  readonly mimeType: string
  readonly durationMs: number
  /** Absolute path of the sound file. */
  readonly audioFile: string
  /** Absolute path of the captions, WebVTT. */
  readonly captionsFile: string
  /** 'measured': each sentence is shown while it sounds. 'proportional': shared out by the length of the sentences. */
  readonly captionTimes: 'measured' | 'proportional'
  /** That nobody speaks here, and what does: "Synthetic voice, eSpeak NG". */
  readonly disclosure: string
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

export interface VoiceStatus {
  readonly key: string
  readonly displayName: string
  readonly state: 'up' | 'degraded' | 'down'
  readonly detail: string | null
}

/** Speaks through the first configured provider that can, and keeps what was spoken. */
export interface Speaker extends AsyncDisposable {
  /** Rejects with `signal.reason` only. */
  say(text: string, options: SayOptions): Promise<SpokenText | NotSpoken>
  /** What was spoken before; null: not kept any more, or never. */
  find(id: string): Promise<SpokenText | null>
  /** null: somebody can speak; else why nobody can, in one line. */
  silence(options: { readonly signal: AbortSignal }): Promise<string | null>
  /** How each configured provider is, in their order. */
  voices(options: { readonly signal: AbortSignal }): Promise<readonly VoiceStatus[]>
}
