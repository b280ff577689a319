import { expect, it } from 'vitest'
import { config } from './config.js'
import { localityOf } from './locality.js'

it('has a default for everything, and takes empty variables for unset ones', () => {
  const parsed = config.parse({ baseUrl: '', model: '', apiKey: '', vendor: '' })
  expect(parsed).toEqual(config.parse({}))
  expect(parsed).toMatchObject({ model: 'llama-3.1-8b-instruct', structuredOutput: 'auto', vendor: 'openai-compatible', timeoutMs: 30_000 })
  expect(parsed.baseUrl).toBeUndefined()
})

it.each(['localhost:8000', 'ftp://host/v1', 'not a url', 5])('refuses %s as a base URL', (baseUrl) => {
  const issue = config.safeParse({ baseUrl }).error?.issues[0]
  expect(issue).toMatchObject({ path: ['baseUrl'], message: expect.stringMatching(/^expected url/u) })
})

it('refuses a key in the base URL, and options that it does not know', () => {
  expect(config.safeParse({ baseUrl: 'https://me:secret@host/v1' }).error?.issues[0]?.message).toMatch(/without a user and password/u)
  expect(config.safeParse({ baseURL: 'https://host/v1' }).success).toBe(false)
  expect(config.safeParse({ timeoutMs: 0 }).success).toBe(false)
})

it.each([
  ['http://localhost:8080/v1', 'on-device'],
  ['http://127.0.0.1:8080/v1', 'on-device'],
  ['http://[::1]:8080/v1', 'on-device'],
  ['http://192.168.1.20:8000/v1', 'private-network'],
  ['http://172.20.0.3/v1', 'private-network'],
  ['http://172.32.0.3/v1', 'third-party'],
  ['http://vllm:8000/v1', 'private-network'],
  ['http://vllm.models.svc.cluster.local/v1', 'private-network'],
  ['http://[fd00::5]/v1', 'private-network'],
  ['https://api.groq.com/openai/v1', 'third-party'],
  ['https://10.example.com/v1', 'third-party'],
  [undefined, 'third-party'],
])('knows where %s is', (baseUrl, locality) => {
  expect(localityOf(baseUrl)).toBe(locality)
})
