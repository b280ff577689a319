import { createTestClient, type TestClient } from '@linernotes/gateway/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startSite, type Site } from '../harness/index.js'
import { followSession, startSession } from './follow-session.js'

const SESSIONS = 200
const QUERIES = 100

let site: Site
let client: TestClient
beforeAll(async () => {
  site = await startSite()
  client = createTestClient(site.url)
}, 240_000)
afterAll(() => site[Symbol.asyncDispose]())

const megabytes = async (): Promise<number> => {
  const text = await (await fetch(`${site.url}/metrics`)).text()
  return Math.round(Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]) / 2 ** 20)
}

const recommend = `query ($listener: ID) { recommendations(input: { listenerId: $listener }, first: 10) { nodes { item { __typename } narrative { ... on Narrative { text } } } } }`

/** Milliseconds of the main query, one after the other, so often or for as long as something else goes on. */
async function measure(listeners: readonly string[], isGoingOn: (count: number) => boolean = (count) => count < QUERIES): Promise<readonly number[]> {
  const taken: number[] = []
  for (let number = 0; isGoingOn(number); number++) {
    const startedAt = performance.now()
    const { errors } = await client.execute(recommend, { listener: listeners[number % listeners.length] })
    expect(errors).toBeUndefined()
    taken.push(performance.now() - startedAt)
  }
  return taken.toSorted((a, b) => a - b)
}
const quantile = (sorted: readonly number[], share: number): number =>
  Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN)

it(`${SESSIONS} sessions are followed at once, and others are still answered`, async () => {
  const { data } = await client.execute('{ listeners(first: 20) { nodes { externalId } } }')
  const listeners: string[] = data.listeners.nodes.map(({ externalId }: { externalId: string }) => externalId)
  await measure(listeners.slice(0, 5))
  const [alone, memoryAlone] = [await measure(listeners), await megabytes()]

  const startedAt = performance.now()
  const leaving = new AbortController()
  const seen = new Map<string, number[]>()
  const following: Promise<unknown>[] = []
  let isStarting = true
  const measuring = measure(listeners, () => isStarting)
  for (let number = 0; number < SESSIONS; number += 10) {
    const ids = await Promise.all(
      Array.from({ length: 10 }, (_, place) => startSession(client, { listenerId: listeners[(number + place) % listeners.length], seed: number + place })),
    )
    for (const id of ids) {
      const seqs: number[] = []
      seen.set(id, seqs)
      following.push(
        (async () => {
          for await (const { seq } of followSession(client, id, null, leaving.signal)) seqs.push(seq)
        })().catch((error: unknown) => (leaving.signal.aborted ? undefined : Promise.reject(error))),
      )
    }
  }
  const startMs = performance.now() - startedAt
  isStarting = false
  const during = await measuring
  await expect.poll(() => [...seen.values()].filter((seqs) => seqs.length >= 5).length, { timeout: 120_000 }).toBe(SESSIONS)
  const readyMs = performance.now() - startedAt
  const [beside, memoryBeside] = [await measure(listeners), await megabytes()]

  // All are skipped, and all go on.
  const before = new Map([...seen].map(([id, seqs]) => [id, seqs.at(-1)!]))
  const ids = [...seen.keys()]
  const steeredAt = performance.now()
  for (let number = 0; number < SESSIONS; number += 10)
    await Promise.all(
      ids
        .slice(number, number + 10)
        .map((sessionId) =>
          client.execute('mutation ($input: SteerDjInput!) { steerDjSession(input: $input) { __typename } }', { input: { sessionId, skip: true } }),
        ),
    )
  await expect.poll(() => ids.filter((id) => seen.get(id)!.at(-1)! > before.get(id)!).length, { timeout: 60_000 }).toBe(SESSIONS)
  const steerMs = performance.now() - steeredAt
  for (const seqs of seen.values()) {
    expect(new Set(seqs).size).toBe(seqs.length)
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
  }
  leaving.abort()
  await Promise.all(following)
  console.log(
    `${SESSIONS} sessions: started in ${Math.round(startMs)} ms, planned in ${Math.round(readyMs)} ms, all skipped in ${Math.round(steerMs)} ms; memory ${memoryAlone} MB alone, ${memoryBeside} MB beside them; ` +
      `main query of 10, p50 and p99: ${quantile(alone, 0.5)} and ${quantile(alone, 0.99)} ms alone, ${quantile(during, 0.5)} and ${quantile(during, 0.99)} ms while they start (${during.length} queries, p50 ${(quantile(during, 0.5) / quantile(alone, 0.5)).toFixed(1)} times as long), ${quantile(beside, 0.5)} and ${quantile(beside, 0.99)} ms beside them`,
  )
  expect(memoryBeside - memoryAlone).toBeLessThan(600)
}, 600_000)
