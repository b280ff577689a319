import { SpeechError } from '../speech-error.js'
import type { SpeechPart, SpeechProvider, SpeechRequest } from '../speech-provider.js'
import { IdleWatchdog } from './idle-watchdog.js'
import type { OpenaiSpeechConfig } from './openai-config.js'
import { refusalOf } from './refusal.js'

export interface OpenaiSpeechHost {
  readonly fetch: typeof fetch
  readonly now: () => number
}

const MIME = { wav: 'audio/wav', mp3: 'audio/mpeg' } as const
/** A talk of 45 words is under a megabyte. */
const MOST_BYTES = 20_000_000
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u

/** `POST /audio/speech` as OpenAI documents it, and as Kokoro-FastAPI, LocalAI, openedai-speech and others answer it. */
export function createOpenaiSpeech(config: OpenaiSpeechConfig, host: OpenaiSpeechHost): SpeechProvider {
  const { baseUrl, model, voice, format, speed, languages, maxConcurrency } = config
  const open = new Set<AbortController>()
  let failure: SpeechError | null = null
  return {
    key: 'openai-speech',
    displayName: `${model} (${voice})`,
    settings: JSON.stringify([baseUrl, model, voice, format, speed]),
    capabilities: {
      languages,
      mimeTypes: [MIME[format]],
      streaming: true,
      maxCharacters: 4_096,
      locality: baseUrl !== undefined && LOOPBACK.test(new URL(baseUrl).hostname) ? 'on-device' : 'third-party',
      maxConcurrency,
    },
    async *speak(request, { signal }) {
      signal.throwIfAborted()
      const own = new AbortController()
      open.add(own)
      try {
        yield* speakThrough(config, host, request, AbortSignal.any([signal, own.signal]))
        failure = null
      } catch (error) {
        signal.throwIfAborted()
        failure = SpeechError.isInstance(error) ? error : new SpeechError('unavailable', 'the endpoint cannot be reached', { cause: error })
        throw failure
      } finally {
        open.delete(own)
        own.abort(new SpeechError('unavailable', 'nobody listens any more'))
      }
    },
    async health() {
      if (baseUrl === undefined) return { state: 'down', detail: 'No endpoint: set SPEECH_BASE_URL, or speech.openai-speech.baseUrl in linernotes.config.ts' }
      return failure === null ? { state: 'up', detail: null } : { state: 'degraded', detail: failure.message }
    },
    async [Symbol.asyncDispose]() {
      for (const controller of open) controller.abort(new SpeechError('unavailable', 'openai-speech was closed'))
    },
  }
}

async function* speakThrough(config: OpenaiSpeechConfig, host: OpenaiSpeechHost, request: SpeechRequest, signal: AbortSignal): AsyncGenerator<SpeechPart> {
  if (config.baseUrl === undefined) throw new SpeechError('misconfigured', 'set SPEECH_BASE_URL, or speech.openai-speech.baseUrl in linernotes.config.ts')
  using watchdog = new IdleWatchdog(config.idleTimeoutMs)
  const voice = request.voice ?? config.voice
  const response = await host.fetch(`${config.baseUrl.replace(/\/+$/u, '')}/audio/speech`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(config.apiKey !== undefined && { authorization: `Bearer ${config.apiKey}` }) },
    body: JSON.stringify({ model: config.model, input: request.text, voice, response_format: config.format, speed: config.speed }),
    signal: AbortSignal.any([signal, watchdog.signal]),
    // A redirect could take the key elsewhere.
    redirect: 'error',
  })
  const refusal = refusalOf(response, config.apiKey !== undefined, host.now)
  if (refusal !== null || response.body === null) {
    await response.body?.cancel()
    throw refusal ?? new SpeechError('invalid-response', 'the endpoint sent nothing')
  }
  yield { type: 'speech-start', mimeType: MIME[config.format], voice }
  let bytes = 0
  for await (const chunk of response.body) {
    watchdog.feed()
    bytes += chunk.length
    if (bytes > MOST_BYTES) throw new SpeechError('invalid-response', `the endpoint sent more than ${MOST_BYTES} bytes`)
    yield { type: 'audio', bytes: chunk }
  }
  if (bytes === 0) throw new SpeechError('invalid-response', 'the endpoint sent nothing')
  const announced = Number(response.headers.get('content-length') ?? Number.NaN)
  if (announced > bytes && response.headers.get('content-encoding') === null) throw new SpeechError('invalid-response', 'the sound broke off')
  yield { type: 'speech-end', durationMs: null }
}
