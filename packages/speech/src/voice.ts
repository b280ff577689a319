import { collectSpeech, type CollectedSpeech } from './collect-speech.js'
import { SpeechError } from './speech-error.js'
import type { SpeechProvider, SpeechRequest } from './speech-provider.js'
import { VoiceGate } from './voice-gate.js'

/** After a failure the next provider is asked at once for so long. */
const REST_MS = 30_000

/** A provider with what is decided about it: how many at once, how long, and when it is left alone. */
export class Voice {
  readonly #gate: VoiceGate
  #restsUntil = -Infinity
  #failure = ''

  constructor(
    readonly provider: SpeechProvider,
    private readonly deadlineMs: number,
    private readonly now: () => number,
  ) {
    this.#gate = new VoiceGate(provider.capabilities.maxConcurrency)
  }

  /** Why it is not asked; null: it is. */
  hindrance({ text, language }: SpeechRequest): string | null {
    const { languages, maxCharacters } = this.provider.capabilities
    if (!languages.includes(language.split('-', 1)[0]?.toLowerCase() ?? language)) return `speaks no ${language}`
    if (maxCharacters !== null && text.length > maxCharacters) return `speaks at most ${maxCharacters} characters`
    return this.now() < this.#restsUntil ? `failed just now: ${this.#failure}` : null
  }

  /** Rejects with `signal.reason`, or with a SpeechError, after which it rests. */
  async speak(request: SpeechRequest, signal: AbortSignal): Promise<CollectedSpeech> {
    const deadline = new AbortController()
    const timer = setTimeout(() => deadline.abort(new SpeechError('timeout', `it took longer than ${this.deadlineMs} ms`)), this.deadlineMs)
    const both = AbortSignal.any([signal, deadline.signal])
    try {
      const speaking = this.#gate.run(both, () => collectSpeech(this.provider.speak(request, { signal: both }), request))
      // One that is deaf to its signal is not waited for.
      return await Promise.race([speaking, rejectionOf(both)])
    } catch (error) {
      signal.throwIfAborted()
      const failure = SpeechError.isInstance(error) ? error : new SpeechError('unavailable', 'it failed unexpectedly', { cause: error })
      if (failure.code !== 'unsupported') {
        this.#failure = failure.message
        this.#restsUntil = this.now() + Math.max(failure.retryAfterMs ?? 0, REST_MS)
      }
      throw failure
    } finally {
      clearTimeout(timer)
    }
  }
}

function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error)
    else signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
}
