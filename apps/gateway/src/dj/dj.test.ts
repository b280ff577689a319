import { entityId } from '@linernotes/catalog'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createTestGateway, type TestGateway } from '../testing/create-test-gateway.js'
import { memoryDj, type MemoryDj } from './__fixtures__/memory-dj.js'
import { spokenText } from './__fixtures__/spoken-text.js'

let gateway: TestGateway
let dj: MemoryDj
beforeAll(async () => {
  const speech = spokenText('nowhere', 'a1b2c3d4e5f6')
  gateway = await createTestGateway({
    dj: (platform) => (dj = memoryDj(platform, { speech })),
    speaker: { find: async () => null, silence: async () => null },
  })
})
afterAll(() => gateway[Symbol.asyncDispose]())

const segment = `id seq position talkKind recommendationId item { ... on Track { id title } } reasons { code counterfactualRank }
  talk { __typename ... on Narrative { text } } speech { url mimeType durationMs captionsUrl voice disclosure { generated label } }`
const session = 'id seq state request understood refused talkEvery adventurousness position speechUnavailable export'
const events = `subscription ($id: ID!, $after: Int) { djSession(id: $id, resumeAfterSeq: $after) {
  __typename ... on DjSession { ${session} } ... on DjSegment { ${segment} } ... on NarrativeDelta { seq text segmentId } ... on DjSegmentDropped { seq segmentId } } }`

const start = async (input = 'listenerId: "ada"'): Promise<any> =>
  (
    await gateway.execute(
      `mutation { startDjSession(input: { ${input} }) { __typename ... on DjSession { ${session} } ... on InputError { code message path } } }`,
    )
  ).data.startDjSession
const steer = async (id: string, input: string): Promise<any> =>
  (
    await gateway.execute(
      `mutation { steerDjSession(input: { sessionId: "${id}", ${input} }) { __typename ... on DjSession { ${session} } ... on InputError { code message path } } }`,
    )
  ).data.steerDjSession

/** The events of a session up to a number. */
async function follow(id: string, after: number | null, through: number): Promise<any[]> {
  const seen: any[] = []
  const leaving = new AbortController()
  for await (const { data, errors } of gateway.subscribe(events, { id, after }, { signal: leaving.signal })) {
    expect(errors).toBeUndefined()
    seen.push(data.djSession)
    if (data.djSession.seq >= through) break
  }
  leaving.abort()
  return seen
}

describe('a session', () => {
  it('is started, found, steered, and its segments come by pages', async () => {
    const started = await start('listenerId: "ada", request: "something calm", talkEvery: 2, seed: 7')
    expect(started).toMatchObject({ __typename: 'DjSession', state: 'LIVE', request: 'something calm', talkEvery: 2, adventurousness: 0.4, position: 0 })
    const steered = await steer(started.id, 'request: "more like this"')
    expect(steered).toMatchObject({ id: started.id, understood: ['more like this'] })
    const page = `query ($id: ID!, $after: String) { djSession(id: $id) { __typename ${session} segments(first: 1, after: $after) { nodes { ${segment} } pageInfo { hasNextPage hasPreviousPage endCursor } } } }`
    const { data: first } = await gateway.execute(page, { id: started.id })
    const { data: next } = await gateway.execute(page, { id: started.id, after: first.djSession.segments.pageInfo.endCursor })
    expect(first.djSession).toMatchObject({ ...steered, segments: { pageInfo: { hasNextPage: true, hasPreviousPage: false } } })
    expect([first, next].map(({ djSession }) => djSession.segments.nodes[0].position)).toEqual([0, 1])
    expect(next.djSession.segments.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
    expect(first.djSession.segments.nodes[0]).toMatchObject({ talkKind: 'WHY', item: { title: expect.any(String) }, talk: { __typename: 'Narrative' } })
  })

  it('and its segments are found again by their ids', async () => {
    const { id } = await start()
    const [planned] = await dj.segments(id, { first: 1, after: null }, AbortSignal.timeout(1_000))
    const { data } = await gateway.execute(`query ($a: ID!, $b: ID!) { a: node(id: $a) { id __typename } b: node(id: $b) { id __typename } }`, {
      a: id,
      b: planned?.id,
    })
    expect(data).toEqual({ a: { id, __typename: 'DjSession' }, b: { id: planned?.id, __typename: 'DjSegment' } })
    for (const unknown of ['djs_aaaaaaaaaaaaaaaazzzz', 'djg_aaaaaaaaaaaaaaaazzzz'])
      expect((await gateway.execute('query ($id: ID!) { node(id: $id) { id } djSession(id: $id) { id } }', { id: unknown })).data).toEqual({
        node: null,
        djSession: null,
      })
  })

  it('is refused as a value, with the field at fault', async () => {
    expect(await start('adventurousness: 2')).toEqual({
      __typename: 'InputError',
      code: 'INVALID_INPUT',
      message: 'adventurousness: expected 0 to 1',
      path: ['input', 'adventurousness'],
    })
    expect(await steer('djs_aaaaaaaaaaaaaaaazzzz', 'skip: true')).toMatchObject({ __typename: 'InputError', code: 'NOT_FOUND' })
  })

  it('moves on when feedback says that an item was played', async () => {
    const { id } = await start()
    const [planned] = await dj.segments(id, { first: 1, after: null }, AbortSignal.timeout(1_000))
    const told = await gateway.execute(
      `mutation ($id: ID!) { recordFeedback(events: [{ recommendationId: $id, outcome: PLAY, clientEventId: "moves-on" }]) { ... on ImportReport { imported } ... on InputError { message } } }`,
      { id: planned?.recommendationId },
    )
    expect(told.data.recordFeedback).toEqual({ imported: 1 })
    expect((await gateway.execute('query ($id: ID!) { djSession(id: $id) { position } }', { id })).data.djSession.position).toBe(1)
  })
})

describe('the subscription', () => {
  it('gives everything in order, to several at once, and continues after any number: nothing twice, nothing missing', async () => {
    const { id, seq } = await start()
    const whole = await follow(id, null, seq)
    expect(whole.map((event) => event.seq)).toEqual(Array.from({ length: seq + 1 }, (_, number) => number))
    expect(new Set(whole.map(({ __typename }) => __typename))).toEqual(new Set(['DjSession', 'DjSegment', 'NarrativeDelta']))
    const resumed = await Promise.all(whole.slice(0, -1).map((event) => follow(id, event.seq, seq)))
    expect(resumed).toEqual(whole.slice(0, -1).map((_, place) => whole.slice(place + 1)))
    // What happens while two follow reaches both.
    const both = [follow(id, seq, seq + 2), follow(id, seq, seq + 2)]
    await vi.waitFor(() => expect(dj.listeners(id)).toBe(2), 5_000)
    expect(await steer(id, 'request: "calmer"')).toMatchObject({ seq: seq + 2 })
    const [one, other] = await Promise.all(both)
    expect(one).toEqual(other)
    expect(one).toMatchObject([
      { __typename: 'DjSession', understood: ['calmer'] },
      { __typename: 'DjSegmentDropped', segmentId: expect.stringMatching(/^djg_/) },
    ])
    await vi.waitFor(() => expect(dj.listeners(id)).toBe(0), 5_000)
    expect(gateway.logged).toEqual([])
  })

  it('ends with the session', async () => {
    const { id, seq } = await start()
    const found = await dj.find([id], AbortSignal.timeout(1_000))
    const reading = Array.fromAsync(gateway.subscribe(events, { id, after: seq }))
    dj.happen(id, { type: 'session', session: { ...found[0]!, state: 'ended' } })
    expect((await reading).map(({ data }) => data.djSession.state)).toEqual(['ENDED'])
  })

  it.each([
    ['a session that is not there', { id: 'djs_aaaaaaaaaaaaaaaazzzz' }, /there is no DJ session/],
    ['a number before the first', { id: entityId('dj-session', '0'), after: -1 }, /resumeAfterSeq: expected/],
  ])('says as an error that %s cannot be followed', async (_what, variables, message) => {
    const [event] = await Array.fromAsync(gateway.subscribe(events, variables))
    expect(event.errors[0]).toMatchObject({ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } })
  })
})

describe('a server that stops', () => {
  it('ends the streams at once, without an error and before their session has ended: who follows comes back', async () => {
    let own: MemoryDj | undefined
    const stopping = await createTestGateway({ dj: (platform) => (own = memoryDj(platform)) })
    const { data } = await stopping.execute('mutation { startDjSession(input: { listenerId: "ada" }) { ... on DjSession { id } } }')
    const { id } = data.startDjSession
    const reading = Array.fromAsync(stopping.subscribe(events, { id }))
    await vi.waitFor(() => expect(own?.listeners(id)).toBe(1), 5_000)
    const stoppedAt = performance.now()
    await stopping[Symbol.asyncDispose]()
    const told = await reading
    expect(performance.now() - stoppedAt).toBeLessThan(5_000)
    expect(told.filter(({ errors }) => errors !== undefined)).toEqual([])
    expect(told.map(({ data: event }) => event.djSession.state)).not.toContain('ENDED')
    expect(stopping.logged).toEqual([])
  })
})
