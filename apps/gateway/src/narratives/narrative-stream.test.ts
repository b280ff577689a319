import { providerPlugin } from '@linernotes/narrative-sdk/testing'
import { obedientProvider } from '@linernotes/narrative-sdk/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createTestGateway, type TestGateway } from '../testing/create-test-gateway.js'

let gateway: TestGateway
let itemId: string
/** Narratives that a provider is writing right now. */
let working = 0
let started = 0

const onWork = (change: 'started' | 'stopped'): void => {
  working += change === 'started' ? 1 : -1
  if (change === 'started') started += 1
}

let healthAsked = 0

beforeAll(async () => {
  const hanging = {
    ...obedientProvider(),
    health: () => {
      healthAsked += 1
      return new Promise<never>(() => undefined)
    },
  }
  const plugins = {
    quick: providerPlugin('quick', () => obedientProvider({ onWork })),
    hanging: providerPlugin('hanging', () => hanging),
    slow: providerPlugin('slow', () => obedientProvider({ wordDelayMs: 150, onWork })),
  }
  gateway = await createTestGateway({
    config: {
      providers: [async () => ({ default: plugins.quick }), async () => ({ default: plugins.slow }), async () => ({ default: plugins.hanging })],
      narratives: {},
      order: { track: ['quick'], episode: ['quick'] },
    },
  })
  itemId = (await gateway.execute('{ search(query: "Neap") { ... on Track { id } } }')).data.search[0].id
})
afterAll(() => gateway[Symbol.asyncDispose]())

const query = `subscription ($itemId: ID!, $provider: String, $cache: CachePolicy = BYPASS) {
  narrative(itemId: $itemId, listenerId: "ada", input: { provider: $provider, cache: $cache }) {
    __typename
    ... on NarrativeDelta { seq text }
    ... on Narrative { text claims { start end } }
    ... on UserError { code message }
  }
}`

describe('the narrative subscription', () => {
  it('gives verified pieces, counted from 0, which joined are the final text; then ends', async () => {
    const events = (await Array.fromAsync(gateway.subscribe(query, { itemId }))).map(({ data }) => data.narrative)
    const deltas = events.filter(({ __typename }) => __typename === 'NarrativeDelta')
    expect(deltas.length).toBeGreaterThan(1)
    expect(deltas.map(({ seq }) => seq)).toEqual(deltas.map((_, index) => index))
    const final = events.at(-1)
    expect(final).toMatchObject({ __typename: 'Narrative', text: deltas.map(({ text }) => text).join('') })
    expect(events).toHaveLength(deltas.length + 1)
  })

  it('gives a narrative of the cache at once, in one piece', async () => {
    const events = (await Array.fromAsync(gateway.subscribe(query, { itemId, cache: 'PREFER' }))).map(({ data }) => data.narrative)
    expect(events.map(({ __typename }) => __typename)).toEqual(['NarrativeDelta', 'Narrative'])
    expect(events[0]).toMatchObject({ seq: 0, text: events[1].text })
  })

  it('stops the work when the client closes the connection', async () => {
    const client = new AbortController()
    const before = started
    const reading = Array.fromAsync(gateway.subscribe(query, { itemId, provider: 'slow' }, { signal: client.signal })).catch((error: unknown) => error)
    await vi.waitFor(() => expect({ working, started }).toEqual({ working: 1, started: before + 1 }), 5_000)
    client.abort()
    await vi.waitFor(() => expect(working).toBe(0), 2_000)
    expect(await reading).toMatchObject({ name: 'AbortError' })
    expect(gateway.logged).toEqual([])
  })

  it('so does a query whose client goes away', async () => {
    const client = new AbortController()
    const body = JSON.stringify({ query: `{ narrative(itemId: "${itemId}", listenerId: "ben", input: { provider: "slow", cache: BYPASS }) { __typename } }` })
    const asking = fetch(`${gateway.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal: client.signal }).catch(
      (error: unknown) => error,
    )
    await vi.waitFor(() => expect(working).toBe(1), 5_000)
    client.abort()
    await vi.waitFor(() => expect(working).toBe(0), 2_000)
    expect(await asking).toMatchObject({ name: 'AbortError' })
    expect(gateway.logged).toEqual([])
  })

  it('says as a result what cannot be narrated', async () => {
    const [event] = await Array.fromAsync(gateway.subscribe(query, { itemId: 'trk_aaaaaaaaaaaaaaaaaaaa' }))
    expect(event.data.narrative).toMatchObject({ __typename: 'NarrativeDeclined', code: 'NOT_FOUND' })
  })

  it.each([
    ['a document that cannot be parsed', 'subscription {', {}, 'GRAPHQL_PARSE_FAILED'],
    ['a field that does not exist', 'subscription { nothing }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ['a variable that is missing', query, {}, 'BAD_USER_INPUT'],
    ['arguments out of range', 'subscription { narrative(itemId: "a", input: { maxWords: 1 }) { __typename } }', {}, 'BAD_USER_INPUT'],
    ['a NUL', query, { itemId: 'trk_\0' }, 'BAD_USER_INPUT'],
  ])('explains %s as one result with errors', async (_what, text, variables, code) => {
    const events = await Array.fromAsync(gateway.subscribe(text, variables))
    expect(events).toHaveLength(1)
    expect(events[0].errors[0]).toMatchObject({ extensions: { code }, message: expect.stringMatching(/.{10,}/) })
    expect(JSON.stringify(events)).not.toContain('stack')
  })

  it('answers queries, but no mutation by GET, no other accept, no other content type, and no broken JSON', async () => {
    expect(await Array.fromAsync(gateway.subscribe('{ __typename }'))).toEqual([{ data: { __typename: 'Query' } }])
    const stream = { accept: 'text/event-stream' }
    const mutation = encodeURIComponent('mutation { recordListens(listenerId: "ada", listens: []) { __typename } }')
    const sent = await fetch(`${gateway.url}/graphql/stream?query=${mutation}`, { headers: stream })
    expect(await sent.text()).toContain('A mutation is sent with POST')
    const post = async (headers: Record<string, string>, body: string) =>
      await fetch(`${gateway.url}/graphql/stream`, { method: 'POST', headers, body }).then((response) => response.status)
    expect(await post({ accept: 'application/json', 'content-type': 'application/json' }, '{"query":"{__typename}"}')).toBe(406)
    expect(await post({ ...stream, 'content-type': 'text/plain' }, '{"query":"{__typename}"}')).toBe(415)
    expect(await post({ ...stream, 'content-type': 'application/json' }, '{"query":')).toBe(400)
    expect(await post({ ...stream, 'content-type': 'application/json' }, '[]')).toBe(400)
  })
})

describe('a provider that hangs when it is asked how it is', () => {
  it('holds up nobody who does not ask that, and is said to be down to those who do', async () => {
    const before = healthAsked
    const { data } = await gateway.execute(`{ narrative(itemId: "${itemId}", listenerId: "ada") { ... on Narrative { provider { id key } } } }`)
    expect(data.narrative.provider).toEqual({ id: 'prv_quick', key: 'quick' })
    expect(healthAsked).toBe(before)
    const { data: asked } = await gateway.execute('{ providers { key health { state } } }')
    expect(asked.providers).toEqual([
      { key: 'quick', health: { state: 'UP' } },
      { key: 'slow', health: { state: 'UP' } },
      { key: 'hanging', health: { state: 'DOWN' } },
    ])
  })

  it('a narrative of a provider that is configured no more still says who wrote it', async () => {
    const { data } = await gateway.execute(`{ narrative(itemId: "${itemId}", listenerId: "ada") { ... on Narrative { id } } }`)
    await gateway.db.updateTable('narratives').set({ provider: 'gone' }).where('id', '=', data.narrative.id).execute()
    const { data: again, errors } = await gateway.execute(
      `{ node(id: "${data.narrative.id}") { ... on Narrative { provider { key displayName locality health { state detail } capabilities { streaming } } } } }`,
    )
    expect(errors).toBeUndefined()
    expect(again.node.provider).toMatchObject({ key: 'gone', displayName: 'gone', health: { state: 'DOWN', detail: 'It is configured no more.' } })
  })
})
