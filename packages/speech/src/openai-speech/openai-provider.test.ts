import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSpeechServer, type SpeechAnswer, type SpeechServer } from '../__fixtures__/speech-server.js'
import { wavOf } from '../__fixtures__/wav-of.js'
import { collectSpeech } from '../collect-speech.js'
import { describeSpeechConformance } from '../conformance/index.js'
import { openaiSpeechConfig } from './openai-config.js'
import { createOpenaiSpeech } from './openai-provider.js'

const signal = new AbortController().signal
const host = { fetch, now: Date.now }
const request = { text: 'Hello there.', language: 'en', voice: null }

/** 30 ms a character, a few pieces with pauses, as an engine that synthesises while it sends. */
const speaks: SpeechAnswer = async (_request, response, { input }) => {
  if (input === '') return void response.writeHead(400).end('{"error":{"message":"empty"}}')
  const wav = wavOf(30 * String(input).length)
  response.writeHead(200, { 'content-type': 'audio/wav' })
  for (let at = 0; at < wav.length && !response.destroyed; at += 9_000) {
    response.write(wav.subarray(at, at + 9_000))
    await sleep(2)
  }
  response.end()
}

describe('against an endpoint that answers', () => {
  let server: SpeechServer
  beforeAll(async () => {
    server = await startSpeechServer(speaks)
  })
  afterAll(() => server[Symbol.asyncDispose]())
  const open = (options: object = {}) => createOpenaiSpeech(openaiSpeechConfig.parse({ baseUrl: server.url, ...options }), host)

  describeSpeechConformance('openai-speech', { open, active: () => server.active(), runner: { describe, it } })

  it('asks as the API is documented, with the key in the header only', async () => {
    await using provider = open({ apiKey: 'sk-secret', model: 'kokoro', voice: 'af_bella', speed: 1.1 })
    await collectSpeech(provider.speak(request, { signal }), request)
    expect(server.asked.at(-1)).toEqual({
      authorization: 'Bearer sk-secret',
      body: { model: 'kokoro', input: 'Hello there.', voice: 'af_bella', response_format: 'wav', speed: 1.1 },
    })
  })
})

const sound = { 'content-type': 'audio/wav' }
const faults: readonly (readonly [fault: string, answer: SpeechAnswer, expected: object])[] = [
  ['429 with Retry-After', (_, response) => response.writeHead(429, { 'retry-after': '7' }).end(), { code: 'rate-limited', retryAfterMs: 7_000 }],
  ['429 without Retry-After', (_, response) => response.writeHead(429).end(), { code: 'rate-limited', retryAfterMs: null }],
  ['a Retry-After of ages', (_, response) => response.writeHead(503, { 'retry-after': '99999999999' }).end(), { code: 'unavailable', retryAfterMs: 3_600_000 }],
  ['500', (_, response) => response.writeHead(500).end('secret stack'), { code: 'unavailable' }],
  ['401', (_, response) => response.writeHead(401).end(), { code: 'unauthorised', message: expect.stringContaining('SPEECH_API_KEY') }],
  ['404', (_, response) => response.writeHead(404).end(), { code: 'misconfigured', message: expect.stringContaining('SPEECH_BASE_URL') }],
  ['silence', () => undefined, { code: 'timeout' }],
  ['silence after the head', (_, response) => response.writeHead(200, sound).write(wavOf(1_000).subarray(0, 100)), { code: 'timeout' }],
  [
    'a cut in the middle',
    (_, response) => {
      response.writeHead(200, sound).write(wavOf(1_000).subarray(0, 100))
      setTimeout(() => response.destroy(), 20)
    },
    { code: 'unavailable' },
  ],
  ['a clean early end', (_, response) => response.writeHead(200, sound).end(wavOf(1_000).subarray(0, 4_000)), { code: 'invalid-response' }],
  ['HTML with 200', (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Hi</h1>'), { code: 'invalid-response' }],
  ['text that says it is sound', (_, response) => response.writeHead(200, sound).end('{"audio":"..."}'), { code: 'invalid-response' }],
  ['nothing', (_, response) => response.writeHead(200, sound).end(), { code: 'invalid-response' }],
  [
    'sound without end',
    (_, response) => {
      response.writeHead(200, sound)
      const pour = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(1_000_000)));
      }
      response.on('drain', pour)
      pour()
    },
    { code: 'invalid-response', message: expect.stringContaining('more than') },
  ],
  ['a redirect', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/elsewhere' }).end(), { code: 'unavailable' }],
]

describe('against an endpoint that fails', () => {
  it.each(faults)('%s is a SpeechError that says so', async (_fault, answer, expected) => {
    await using server = await startSpeechServer(answer)
    await using provider = createOpenaiSpeech(openaiSpeechConfig.parse({ baseUrl: server.url, apiKey: 'sk-secret', idleTimeoutMs: 150 }), host)
    const failure: unknown = await collectSpeech(provider.speak(request, { signal }), request).catch((error: unknown) => error)
    expect(failure).toMatchObject({ name: 'SpeechError', ...expected })
    expect(String(failure)).not.toMatch(/sk-secret|secret stack/)
  })

  it('is unavailable where nobody listens', async () => {
    await using provider = createOpenaiSpeech(openaiSpeechConfig.parse({ baseUrl: 'http://127.0.0.1:1/v1' }), host)
    await expect(Array.fromAsync(provider.speak(request, { signal }))).rejects.toMatchObject({ code: 'unavailable' })
    expect(await provider.health({ signal })).toMatchObject({ state: 'degraded' })
  })

  it('is down without an endpoint, and says which variable to set', async () => {
    await using provider = createOpenaiSpeech(openaiSpeechConfig.parse({}), host)
    expect(await provider.health({ signal })).toEqual({ state: 'down', detail: expect.stringContaining('SPEECH_BASE_URL') })
  })
})
