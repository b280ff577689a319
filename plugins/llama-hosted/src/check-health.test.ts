import { createTestHost, type FaultKind, type FaultServer, openFaultServer } from '@linernotes/narrative-sdk/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import plugin from './index.js'

let server: FaultServer
beforeAll(async () => {
  server = await openFaultServer()
})
afterAll(() => server[Symbol.asyncDispose]())

async function health(options: object): Promise<string> {
  await using host = await createTestHost()
  await using provider = await plugin.create(plugin.config.parse(options), host)
  const { state, detail } = await provider.health({ signal: new AbortController().signal })
  return `${state}: ${detail}`
}

it.each<[FaultKind | 'refused', RegExp]>([
  ['good', /^up: null$/u],
  ['unauthorised', /^down: .* unauthorised\): set LLAMA_HOSTED_API_KEY$/u],
  ['unavailable', /^warming: .*503/u],
  ['server-error', /^down: .*500$/u],
  ['rate-limited', /^degraded: .*429/u],
  ['not-found', /^degraded: .*\/v1$/u],
  ['html', /^down: .*not the model list/u],
  ['empty', /^down: .*not the model list/u],
  ['redirect-loop', /^down: .*redirects/u],
  ['refused', /^down: Nobody answers at http/u],
])('%s', async (kind, expected) => {
  const started = server.startedCompletions
  expect(await health({ baseUrl: server.baseUrl(kind) })).toMatch(expected)
  expect(server.startedCompletions).toBe(started)
})

it('names the models that there are, if not this one', async () => {
  expect(await health({ baseUrl: server.baseUrl('good'), model: 'llama-9' })).toBe(
    'degraded: The endpoint lists no model "llama-9", only llama-3.1-8b-instruct: set LLAMA_HOSTED_MODEL',
  )
})

it('says what to set where nothing is set', async () => {
  expect(await health({ baseUrl: '', apiKey: '' })).toMatch(/^down: Set LLAMA_HOSTED_BASE_URL, or narratives\.llama-hosted\.baseUrl/u)
  expect(await health({})).toMatch(/^down: Set LLAMA_HOSTED_BASE_URL/u)
})

it('gives up on a server that hangs', async () => {
  expect(await health({ baseUrl: server.baseUrl('hang') })).toMatch(/^down: No answer from .* within 3000 ms$/u)
})
