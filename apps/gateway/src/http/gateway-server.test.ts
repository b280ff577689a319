import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestGateway, type TestGateway } from '../testing/create-test-gateway.js'

let gateway: TestGateway
let secretive: TestGateway
beforeAll(async () => {
  gateway = await createTestGateway({
    platform: (platform) => ({
      ...platform,
      recommend: () => Promise.reject(new Error('connect ECONNREFUSED postgres://root:secret@db')),
    }),
  })
  secretive = await createTestGateway({ server: { introspection: false } })
})
afterAll(async () => {
  await gateway[Symbol.asyncDispose]()
  await secretive[Symbol.asyncDispose]()
})

const json = { 'content-type': 'application/json' }
const introspection = '{ __schema { types { name } } }'

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => `${gateway.url}/graphql`, fetchFn: fetch })
  it.each(audits.filter(({ name }) => name.startsWith('MUST')).map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (_id, _name, audit) => {
    const result = await audit.fn()
    expect(result.status === 'ok' ? 'ok' : result.reason).toBe('ok')
  })

  it.each([
    ['text that is no JSON', { method: 'POST', headers: json, body: '{"query": ' }, 400],
    ['another content type', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"{__typename}"}' }, 400],
    [
      'a form, as another site can send it',
      { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'query={__typename}' },
      400,
    ],
    ['a batch', { method: 'POST', headers: json, body: '[{"query":"{__typename}"},{"query":"{__typename}"}]' }, 400],
    ['two megabytes', { method: 'POST', headers: json, body: JSON.stringify({ query: '{ __typename }', variables: { pad: 'x'.repeat(2_000_000) } }) }, 413],
    ['nothing', { method: 'POST', headers: json, body: '' }, 400],
  ])('explains %s', async (_what, init, status) => {
    const response = await fetch(`${gateway.url}/graphql`, init)
    const text = await response.text()
    expect({ status: response.status, says: /"message":".{10,}/.test(text) }).toEqual({ status, says: true })
    expect(text).not.toMatch(/at .*\.(js|ts):\d+/)
  })

  it('answers no GET that another site could send, and no mutation by GET', async () => {
    const query = encodeURIComponent('{ __typename }')
    expect((await fetch(`${gateway.url}/graphql?query=${query}`)).status).toBe(400)
    const headers = { 'apollo-require-preflight': '1', accept: 'application/json' }
    expect((await fetch(`${gateway.url}/graphql?query=${query}`, { headers })).status).toBe(200)
    const mutation = encodeURIComponent('mutation { recordListens(listenerId: "ada", listens: []) { __typename } }')
    expect((await fetch(`${gateway.url}/graphql?query=${mutation}`, { headers })).status).toBe(405)
  })
})

describe('errors', () => {
  it('of ours are masked, logged, and leave the rest of the answer alone', async () => {
    const { data, errors, text, status } = await gateway.execute(
      '{ search(query: "Neap") { ... on Track { title } } recommendations(input: {}) { modelVersion } }',
    )
    expect({ status, data }).toEqual({ status: 200, data: null })
    expect(errors).toEqual([
      { message: 'Something went wrong here. It has been logged.', path: ['recommendations'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    ])
    expect(text).not.toContain('secret')
    expect(gateway.logged.join('')).toContain('ECONNREFUSED')
  })

  it('of the client are explained, with hints where the schema may be seen', async () => {
    const query = '{ providrs { key } }'
    expect((await gateway.execute(query)).errors?.[0]).toMatchObject({
      message: expect.stringContaining('Did you mean "providers"?'),
      extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
    })
    const { errors, text } = await secretive.execute(query)
    expect(errors?.[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED')
    expect(text).not.toContain('Did you mean')
  })
})

describe('the schema', () => {
  it('can be asked for where it is embedded, and nowhere else: not by POST, not over SSE', async () => {
    expect((await gateway.execute(introspection)).text).toContain('"RecommendationConnection"')
    expect((await secretive.execute(introspection)).errors?.[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED')
    const [over] = await Array.fromAsync(secretive.subscribe(introspection))
    expect(over.errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED')
    expect(over.data).toBeNull()
  })

  it('has a GraphiQL that loads nothing from anywhere and opens on the main query', async () => {
    const response = await fetch(`${gateway.url}/graphql`, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } })
    const page = await response.text()
    expect(response.headers.get('content-type')).toContain('text/html')
    // The page is megabytes: a failure should not print it.
    expect(page.includes('What should Chloe hear next, and why?')).toBe(true)
    // Outside of its scripts, which hold such text as data, nothing refers to another host.
    const markup = page
      .replaceAll(/<script\b[^>]*>[^]*?<\/script>/g, (script) => script.slice(0, script.indexOf('>') + 1))
      .replaceAll(/<style\b[^]*?<\/style>/g, '')
    expect(markup.match(/(?:src|href|action)\s*=\s*["']?(?:https?:)?\/\/[^"'\s>]+/g)).toBeNull()
    expect(page.match(/@import|url\(\s*["']?(?:https?:)?\/\//g)).toBeNull()
  })

  it('has no GraphiQL where it is served', async () => {
    const response = await fetch(`${secretive.url}/graphql`, { headers: { accept: 'text/html' } })
    expect({ status: response.status, page: (await response.text()).includes('<html') }).toEqual({ status: 400, page: false })
  })
})

describe('health', () => {
  it('is alive and ready, and alive but not ready while it drains', async () => {
    const ask = async (path: string) => {
      const response = await fetch(gateway.url + path)
      return { status: response.status, ...((await response.json()) as object) }
    }
    expect(await ask('/livez')).toEqual({ status: 'alive' })
    expect(await ask('/readyz')).toEqual({ status: 'ready', detail: 'embedded' })
    gateway.stopping.abort()
    expect(await ask('/livez')).toEqual({ status: 'alive' })
    expect(await ask('/readyz')).toEqual({ status: 'not ready', detail: 'draining' })
    expect((await fetch(`${gateway.url}/readyz`)).status).toBe(503)
  })
})
