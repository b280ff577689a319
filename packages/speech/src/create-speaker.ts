import { createHash } from 'node:crypto'
import { SpeechCache } from './cache/speech-cache.js'
import { writeCaptions } from './captions.js'
import { SharedWork } from './shared-work.js'
import type { NotSpoken, SayOptions, Speaker, SpokenText } from './speaker.js'
import { SpeechError } from './speech-error.js'
import type { SpeechProvider, SpeechRequest } from './speech-provider.js'
import { Voice } from './voice.js'
import { askVoices } from './ask-voices.js'

export interface CreateSpeakerOptions {
  /** Tried from the left; closed with the speaker. */
  readonly providers: readonly SpeechProvider[]
  readonly cacheDirectory: string
  readonly deadlineMs: number
  readonly mostBytes: number
  readonly now: () => number
  readonly log: (event: string, data?: object) => void
}

/** A narrative has 60 words at most; nobody waits for a book. */
const MOST_CHARACTERS = 2_000

/** A speaker over providers that are open already. */
export function createSpeaker({ providers, cacheDirectory, deadlineMs, mostBytes, now, log }: CreateSpeakerOptions): Speaker {
  const cache = new SpeechCache(cacheDirectory, mostBytes, now)
  const voices = providers.map((provider) => new Voice(provider, deadlineMs, now))
  const running = new SharedWork<SpokenText>()

  async function sayWith(voice: Voice, request: SpeechRequest, signal: AbortSignal): Promise<SpokenText> {
    const { provider } = voice
    const id = idOf(provider, request)
    const kept = await cache.find(id)
    if (kept !== null) return kept
    return await running.run(id, signal, async (shared) => {
      const { audio, passages, ...speech } = await voice.speak(request, shared)
      const disclosure = `Synthetic voice, ${provider.displayName}`
      return await cache.keep({ id, provider: provider.key, disclosure, ...speech, audio, captions: writeCaptions(request.text, passages, disclosure) })
    })
  }

  return {
    async say(said: string, { language, voice = null, signal }: SayOptions): Promise<SpokenText | NotSpoken> {
      signal.throwIfAborted()
      const text = plain(said)
      if (text === '') return notSpoken('there is nothing to say')
      if (text.length > MOST_CHARACTERS) return notSpoken(`at most ${MOST_CHARACTERS} characters are spoken at once`)
      if (voices.length === 0) return notSpoken('no provider of speech is configured')
      const request = { text, language, voice }
      const reasons: string[] = []
      for (const candidate of voices) {
        const hindrance = candidate.hindrance(request)
        const { key } = candidate.provider
        if (hindrance !== null) reasons.push(`${key} ${hindrance}`)
        else
          try {
            return await sayWith(candidate, request, signal)
          } catch (error) {
            signal.throwIfAborted()
            log('speech-failed', { provider: key, error: String(error) })
            reasons.push(`${key}: ${SpeechError.isInstance(error) ? error.message : 'its sound cannot be kept'}`)
          }
      }
      return notSpoken(reasons.join('; '))
    },
    find: (id) => cache.find(id),
    async silence({ signal }) {
      const statuses = await askVoices(providers, signal)
      if (statuses.some(({ state }) => state !== 'down')) return null
      return statuses.length === 0 ? 'no provider of speech is configured' : statuses.map(({ key, detail }) => `${key}: ${detail ?? 'down'}`).join('; ')
    },
    voices: ({ signal }) => askVoices(providers, signal),
    async [Symbol.asyncDispose]() {
      for (const provider of providers.toReversed()) await provider[Symbol.asyncDispose]()
    },
  }
}

const notSpoken = (reason: string): NotSpoken => ({ type: 'not-spoken', reason })

/** What has no sound, or would be heard as something else, goes: controls, formats, private and unassigned characters. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()

function idOf({ key, settings }: SpeechProvider, { text, language, voice }: SpeechRequest): string {
  return createHash('sha256')
    .update(JSON.stringify([key, settings, language, voice, text]))
    .digest('hex')
    .slice(0, 32)
}
