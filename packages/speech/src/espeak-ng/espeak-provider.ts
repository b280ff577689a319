import { sentencesOf } from '../captions.js'
import { SpeechError } from '../speech-error.js'
import type { SpeechHealth, SpeechPart, SpeechProvider, SpeechRequest } from '../speech-provider.js'
import { readWavHead } from '../wav.js'
import type { EspeakConfig } from './espeak-config.js'
import { ProgramThread } from './program-thread.js'

/** Of one sentence; a minute of its sound is 2.6 MB. */
const MOST_BYTES = 20_000_000
const VERSION_MS = 2_000
/** Between two sentences: it leaves none itself where each is spoken alone. */
const PAUSE_MS = 260

/**
 * eSpeak NG, a formant synthesiser in a program of its own: no model, no network, a second of speech in some milliseconds. Sentences are spoken one by one, so that
 * what is shown with them is timed by what is heard.
 */
export function createEspeakNg(config: EspeakConfig, languages: readonly string[]): SpeechProvider {
  const open = new Set<AbortController>()
  const thread = new ProgramThread()
  return {
    key: 'espeak-ng',
    displayName: 'eSpeak NG',
    settings: JSON.stringify([config.wordsPerMinute, config.pitch, config.voices, PAUSE_MS]),
    capabilities: { languages, mimeTypes: ['audio/wav'], streaming: true, maxCharacters: 5_000, locality: 'on-device', maxConcurrency: 2 },
    async *speak(request, { signal }) {
      signal.throwIfAborted()
      const own = new AbortController()
      open.add(own)
      try {
        yield* speakSentences(thread, config, request, AbortSignal.any([signal, own.signal]))
      } finally {
        open.delete(own)
        own.abort(new SpeechError('unavailable', 'nobody listens any more'))
      }
    },
    health: ({ signal }) => healthOf(thread, config, signal),
    async [Symbol.asyncDispose]() {
      for (const controller of open) controller.abort(new SpeechError('unavailable', 'espeak-ng was closed'))
      await thread[Symbol.asyncDispose]()
    },
  }
}

async function* speakSentences(
  thread: ProgramThread,
  config: EspeakConfig,
  { text, language, voice }: SpeechRequest,
  signal: AbortSignal,
): AsyncGenerator<SpeechPart> {
  const chosen = voice ?? config.voices[language] ?? config.voices[language.split('-', 1)[0] ?? ''] ?? language.toLowerCase()
  const sentences = sentencesOf(text, language).filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))
  if (sentences.length === 0) throw new SpeechError('unsupported', 'there is nothing in it that could be spoken')
  let atMs = 0
  let isFirst = true
  for (const { start, end } of sentences) {
    const wav = await thread.run({
      program: config.program,
      options: ['-b', '1', '-v', chosen, '-s', String(config.wordsPerMinute), '-p', String(config.pitch), '--stdin', '--stdout'],
      input: sayable(text.slice(start, end)),
      signal,
      mostBytes: MOST_BYTES,
    })
    const head = readWavHead(wav)
    if (head === null) throw new SpeechError('invalid-response', 'espeak-ng gave no WAVE sound')
    const samples = wav.subarray(head.dataOffset)
    if (isFirst) {
      yield { type: 'speech-start', mimeType: 'audio/wav', voice: chosen }
      yield { type: 'audio', bytes: wav.subarray(0, head.dataOffset) }
    } else {
      const pause = evenBytes((PAUSE_MS / 1_000) * head.byteRate)
      yield { type: 'audio', bytes: Buffer.alloc(pause) }
      atMs += (pause / head.byteRate) * 1_000
    }
    isFirst = false
    yield { type: 'mark', start, end, atMs: Math.round(atMs) }
    yield { type: 'audio', bytes: samples }
    atMs += (samples.length / head.byteRate) * 1_000
  }
  yield { type: 'speech-end', durationMs: Math.round(atMs) }
}

/** Samples have two bytes. */
const evenBytes = (bytes: number): number => 2 * Math.round(bytes / 2)

/** In "[[" it would begin to read phonemes; a line break would end its sentence. */
const sayable = (text: string): string =>
  text
    .replaceAll(/[[\]{}<>]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()

async function healthOf(thread: ProgramThread, config: EspeakConfig, signal: AbortSignal): Promise<SpeechHealth> {
  try {
    const deadline = AbortSignal.timeout(VERSION_MS)
    const said = await thread.run({
      program: config.program,
      options: ['--version'],
      input: '',
      signal: AbortSignal.any([signal, deadline]),
      mostBytes: 10_000,
    })
    return { state: 'up', detail: said.toString('utf8').trim().split('\n', 1)[0]?.slice(0, 120) ?? null }
  } catch (error) {
    signal.throwIfAborted()
    return { state: 'down', detail: SpeechError.isInstance(error) ? error.message : `${config.program} does not answer` }
  }
}
