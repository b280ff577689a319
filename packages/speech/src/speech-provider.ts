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
  /** Part of the text, in UTF-16 offsets with the end exclusive, begins here. In the order of the text; left out by who does not know. */
  | { readonly type: 'mark'; readonly start: number; readonly end: number; readonly atMs: number }
  | { readonly type: 'audio'; readonly bytes: Uint8Array }
  /** null: not known; it is read from the sound. */
  | { readonly type: 'speech-end'; readonly durationMs: number | null }

export interface SpeechCapabilities {
  /** BCP 47, the languages without regions that it speaks. */
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
  /** kebab-case. */
  readonly key: string
  readonly displayName: string
  readonly capabilities: SpeechCapabilities
  /** Changes whenever the same words would sound otherwise: voice, speed, model. A part of what is kept. */
  readonly settings: string
  speak(request: SpeechRequest, options: { readonly signal: AbortSignal }): AsyncIterable<SpeechPart>
  /** Cheap; never speaks. */
  health(options: { readonly signal: AbortSignal }): Promise<SpeechHealth>
}
