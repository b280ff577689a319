import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestGateway, type TestGateway } from '../testing/create-test-gateway.js'

let gateway: TestGateway
beforeAll(async () => {
  gateway = await createTestGateway()
})
afterAll(() => gateway[Symbol.asyncDispose]())

const narrate = '{ recommendations(input: { nonProfiled: true }, first: 1) { nodes { narrative(input: { provider: "house-narrator" }) { __typename } } } }'

async function read(): Promise<Map<string, number>> {
  const response = await fetch(`${gateway.url}/metrics`)
  expect(response.headers.get('content-type')).toContain('text/plain')
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]))
}

it('counts attempts and what clients were shown, the second time from the cache', async () => {
  for (const _ of [1, 2]) expect((await gateway.execute(narrate)).errors).toBeUndefined()
  const metrics = await read()
  const served = (cached: boolean): number | undefined =>
    metrics.get(`linernotes_narratives_served_total{provider="house-narrator",result="narrative",cached="${cached}",fallback="false"}`)
  expect({
    attempts: metrics.get('linernotes_narrative_attempts_total{provider="house-narrator",outcome="published"}'),
    written: served(false),
    kept: served(true),
  }).toEqual({
    attempts: 1,
    written: 1,
    kept: 1,
  })
  expect(metrics.get('linernotes_provider_health{provider="house-narrator",state="up"}')).toBe(1)
})

it('counts requests by route and status; made-up paths are one', async () => {
  for (const path of ['/livez', '/made-up', '/made-up/2', '/livez']) await fetch(gateway.url + path)
  const metrics = await read()
  expect(metrics.get('linernotes_http_request_seconds_count{route="/livez",status="200"}')).toBe(2)
  expect(metrics.get('linernotes_http_request_seconds_count{route="other",status="404"}')).toBe(2)
  expect([...metrics.keys()].filter((name) => name.includes('made-up'))).toEqual([])
})

it('says nothing of any listener', async () => {
  await gateway.execute('{ recommendations(input: { listenerId: "ada" }, first: 2) { nodes { narrative { __typename } } } }')
  const text = await (await fetch(`${gateway.url}/metrics`)).text()
  expect(text).not.toMatch(/\bada\b|lis_/i)
})
