import { setTimeout as sleep } from 'node:timers/promises'
import { SpeechError } from '../speech-error.js'
import type { SpeechPart, SpeechProvider, SpeechRequest } from '../speech-provider.js'
import { wavOf } from './wav-of.js'

export interface FakeSpeech extends SpeechProvider {
  readonly spoken: readonly SpeechRequest[]
  readonly active: () => number
}

/** Speaks silence, 60 ms a character, and keeps the contract; `flaws` stand in place of its parts. */
export function fakeSpeech(flaws: Partial<SpeechProvider> & { readonly parts?: (request: SpeechRequest) => readonly SpeechPart[] } = {}): FakeSpeech {
  const spoken: SpeechRequest[] = []
  const closing = new AbortController()
  let active = 0
  const { parts = partsOf, ...rest } = flaws
  return {
    key: 'fake',
    displayName: 'Fake',
    settings: '1',
    capabilities: { languages: ['en'], mimeTypes: ['audio/wav'], streaming: true, maxCharacters: null, locality: 'on-device', maxConcurrency: null },
    spoken,
    active: () => active,
    async *speak(request, { signal }) {
      signal.throwIfAborted()
      active += 1
      try {
        if (request.text === '') throw new SpeechError('unsupported', 'there is nothing to say')
        spoken.push(request)
        for (const part of parts(request)) {
          yield part
          await sleep(1)
          signal.throwIfAborted()
          closing.signal.throwIfAborted()
        }
      } finally {
        active -= 1
      }
    },
    health: async () => ({ state: 'up', detail: null }),
    async [Symbol.asyncDispose]() {
      closing.abort(new SpeechError('unavailable', 'closed'))
    },
    ...rest,
  }
}

export function partsOf({ text }: SpeechRequest): readonly SpeechPart[] {
  const durationMs = 60 * text.length
  return [
    { type: 'speech-start', mimeType: 'audio/wav', voice: 'silence' },
    { type: 'mark', start: 0, end: text.length, atMs: 0 },
    { type: 'audio', bytes: wavOf(durationMs) },
    { type: 'speech-end', durationMs },
  ]
}
