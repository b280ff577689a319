import type { SpeechProvider } from '../speech-provider.js'

export interface SpeechConformanceOptions {
  /** A new provider; the kit closes it. */
  readonly open: () => SpeechProvider | Promise<SpeechProvider>
  /** BCP 47; one that the provider speaks. Default: en. */
  readonly language?: string
  /** Pieces of speech that are made right now, where the test can see it. */
  readonly active?: () => number
  /** Longest time for one text, in milliseconds. Default 10,000. */
  readonly speechMs?: number
  /** Longest time between an abort or break and the end of the work, in milliseconds. Default 2,000. */
  readonly stopMs?: number
}

export interface SpeechCheck {
  readonly name: string
  /** Throws an AssertionError where the promise is broken. */
  run(options: Required<SpeechConformanceOptions>): Promise<void>
}
