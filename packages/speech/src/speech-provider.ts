/** What shall be spoken. Plain text that has passed verification; nothing in it is markup. */
export interface SpeechRequest {
  readonly text: string
  /** BCP 47. */
  readonly language: string
  /** A name that the provider knows; null: its choice for the language. */
  readonly voice: string | null
}

/** Exactly one start first and one end last, sound in between. */
export type SpeechPart =
  | { readonly type: 'speech-start'; readonly mimeType: string; readonly voice: string }
  | { readonly type: 'audio'; readonly bytes: Uint8Array }
  /** null: not known; who hears it finds out. */
  | { readonly type: 'speech-end'; readonly durationMs: number | null }

export interface SpeechCapabilities {
  /** BCP 47. */
  readonly languages: readonly string[]
  readonly mimeTypes: readonly string[]
  /** Whether sound comes before the whole text was spoken. */
  readonly streaming: boolean
  /** null is unlimited. */
  readonly maxCharacters: number | null
  readonly locality: 'on-device' | 'private-network' | 'third-party'
  /** How many requests may run at once; null is unlimited. */
  readonly maxConcurrency: number | null
}

export interface SpeechHealth {
  readonly state: 'up' | 'degraded' | 'down'
  /** One line for an operator, with the remedy. */
  readonly detail: string | null
}

/** Speaks, and nothing else: no retry, no cache. Rejects with `signal.reason` itself, or with a SpeechError; a reader that breaks off stops the work. */
export interface SpeechProvider extends AsyncDisposable {
  readonly key: string
  readonly displayName: string
  readonly capabilities: SpeechCapabilities
  speak(request: SpeechRequest, options: { readonly signal: AbortSignal }): AsyncIterable<SpeechPart>
  /** Cheap; never speaks. */
  health(options: { readonly signal: AbortSignal }): Promise<SpeechHealth>
}
