import { createTestClient, type TestClient } from '@linernotes/gateway/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startSite, type Site } from '../harness/index.js'
import { followSession, startSession, type SeenEvent } from './follow-session.js'

let site: Site
let client: TestClient
beforeAll(async () => {
  site = await startSite()
  client = createTestClient(site.url)
}, 240_000)
afterAll(() => site[Symbol.asyncDispose]())

/** Everything that happened after a number, up to what is in the database now. */
async function read(id: string, after: number, through: number): Promise<SeenEvent[]> {
  const seen: SeenEvent[] = []
  for await (const event of followSession(client, id, after, AbortSignal.timeout(30_000))) {
    seen.push(event)
    if (event.seq >= through) break
  }
  return seen
}

const skip = (sessionId: string): Promise<unknown> =>
  client.execute('mutation ($input: SteerDjInput!) { steerDjSession(input: $input) { __typename } }', { input: { sessionId, skip: true } })

it('a session is followed across a kill -9: nothing twice, nothing missing, and it goes on', async () => {
  const id = await startSession(client, { listenerId: 'chloe', seed: 7 })
  const before: SeenEvent[] = []
  const reading = (async () => {
    for await (const event of followSession(client, id, null, AbortSignal.timeout(60_000))) before.push(event)
  })().catch((error: unknown) => error)
  await expect.poll(() => before.filter(({ kind }) => kind === 'DjSegment').length, { timeout: 30_000 }).toBeGreaterThanOrEqual(4)
  // In the middle of something: what is being planned and written for the skipped place is cut off.
  const skipping = skip(id).catch((error: unknown) => error)
  await expect.poll(() => before.length, { timeout: 30_000, interval: 5 }).toBeGreaterThan(6)
  await site.stop('SIGKILL')
  await Promise.all([reading, skipping])
  await site.start()

  const last = before.at(-1)!.seq
  const after: SeenEvent[] = []
  const leaving = new AbortController()
  const resumed = (async () => {
    for await (const event of followSession(client, id, last, leaving.signal)) after.push(event)
  })().catch((error: unknown) => error)
  await skip(id)
  await expect.poll(() => after.filter(({ kind }) => kind === 'DjSegment').length, { timeout: 60_000 }).toBeGreaterThan(0)
  leaving.abort()
  await resumed

  // Numbers rise one by one across the cut.
  const seen = [...before, ...after].map(({ seq }) => seq)
  expect(after[0]?.seq).toBe(last + 1)
  expect(after.map(({ seq }) => seq)).toEqual(after.map((_, place) => last + 1 + place))
  expect(new Set(seen).size).toBe(seen.length)
  // And they are what the database tells to somebody who was never cut off.
  const whole = await read(id, before[0]!.seq, after.at(-1)!.seq)
  const known = new Map([...before, ...after].map((event) => [event.seq, event]))
  expect(whole.filter(({ seq }) => known.has(seq) && seq > before[4]!.seq)).toEqual([...before.slice(5), ...after])
}, 180_000)
