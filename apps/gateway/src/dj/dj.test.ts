import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { entityId } from '@linernotes/catalog'
import type { SpokenText } from '@linernotes/speech'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createTestGateway, type TestGateway } from '../testing/create-test-gateway.js'
import { memoryDj, type MemoryDj } from './__fixtures__/memory-dj.js'

const SPOKEN = 'a1b2c3d4e5f6'
const sound = Buffer.from(Array.from({ length: 5_000 }, (_, index) => index % 251))
const captions = 'WEBVTT\n\n00:00.000 --> 00:02.000\nFirst words.\n'

let gateway: TestGateway
let dj: MemoryDj
let directory: string
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'linernotes-media-'))
  const speech: SpokenText = {
    type: 'spoken',
    id: SPOKEN,
    provider: 'floor',
    voice: 'en',
    mimeType: 'audio/wav',
    durationMs: 2_000,
    audioFile: path.join(directory, `${SPOKEN}.wav`),
    captionsFile: path.join(directory, `${SPOKEN}.vtt`),
    captionTimes: 'measured',
    disclosure: 'Synthetic voice, floor',
  }
  await writeFile(speech.audioFile, sound)
  await writeFile(speech.captionsFile, captions)
  const gone = { ...speech, id: 'gone', audioFile: path.join(directory, 'gone.wav') }
  gateway = await createTestGateway({
    dj: (platform) => (dj = memoryDj(platform, { speech })),
    speaker: { find: async (id) => [speech, gone].find((spoken) => spoken.id === id) ?? null, silence: async () => null },
  })
})
afterAll(async () => {
  await gateway[Symbol.asyncDispose]()
  await rm(directory, { recursive: true, force: true })
})

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

const at = (name: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${gateway.url}/media/speech/${name}`, { headers })

describe('sound and captions', () => {
  it('are served as what they are, for ever, and in parts', async () => {
    const whole = await at(`${SPOKEN}.wav`)
    expect([whole.status, whole.headers.get('content-type'), whole.headers.get('cache-control'), whole.headers.get('accept-ranges')]).toEqual([
      200,
      'audio/wav',
      'public, max-age=31536000, immutable',
      'bytes',
    ])
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(sound)
    const part = await at(`${SPOKEN}.wav`, { range: 'bytes=1000-1999' })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 1000-1999/5000'])
    expect(Buffer.from(await part.arrayBuffer())).toEqual(sound.subarray(1_000, 2_000))
    expect((await at(`${SPOKEN}.wav`, { range: 'bytes=9000-' })).status).toBe(416)
    expect((await at(`${SPOKEN}.wav`, { range: 'bytes=0-9', 'if-range': whole.headers.get('etag') ?? '' })).status).toBe(206)
    const words = await at(`${SPOKEN}.vtt`)
    expect([words.headers.get('content-type'), await words.text()]).toEqual(['text/vtt; charset=utf-8', captions])
  })

  it.each([
    'nobody.wav',
    `${SPOKEN}.mp3`,
    SPOKEN,
    'gone.wav',
    '..%2f..%2fetc%2fpasswd',
    `%2e%2e%2f${SPOKEN}.wav`,
    '.wav',
    `${SPOKEN}.wav%00`,
    'a'.repeat(3_000),
  ])('are not there under %s, without a word more', async (name) => {
    const answer = await at(name)
    expect([answer.status, await answer.text()]).toEqual([404, 'Not found\n'])
  })
})

describe('the export', () => {
  it('is a playlist to keep, where there is such a session', async () => {
    const { id, export: address } = await start()
    expect(address).toBe(`${gateway.url}/export/dj/${id}.jspf`)
    const answer = await fetch(address)
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([
      200,
      'application/jspf+json; charset=utf-8',
      `attachment; filename="${id}.jspf"`,
    ])
    expect(await answer.json()).toMatchObject({ playlist: { track: [{}, {}, {}] } })
    for (const name of ['djs_aaaaaaaaaaaaaaaazzzz.jspf', `${id}.xspf`, id]) expect((await fetch(`${gateway.url}/export/dj/${name}`)).status).toBe(404)
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

/** Asks for a session with another Host than fetch would send. */
async function asked(host: string): Promise<string> {
  const { hostname, port } = new URL(gateway.url)
  const body = JSON.stringify({
    query: `{ djSession(id: "${entityId('dj-session', '0')}") { export segments(first: 1) { nodes { speech { url captionsUrl } } } } }`,
  })
  const request = httpRequest({ hostname, port, path: '/graphql', method: 'POST', headers: { 'content-type': 'application/json', host } })
  const answered = once(request, 'response') as Promise<[IncomingMessage]>
  request.end(body)
  const [response] = await answered
  return await text(response)
}

describe('addresses', () => {
  const { promise: speechUrl, resolve } = Promise.withResolvers<string>()
  it('are those of this server, under the name that the client used for it', async () => {
    await start()
    const answer = JSON.parse(await asked(`localhost:${new URL(gateway.url).port}`))
    const { url, captionsUrl } = answer.data.djSession.segments.nodes[0].speech
    expect([url, captionsUrl]).toEqual([
      `http://localhost:${new URL(gateway.url).port}/media/speech/${SPOKEN}.wav`,
      `http://localhost:${new URL(gateway.url).port}/media/speech/${SPOKEN}.vtt`,
    ])
    expect((await fetch(url.replace('localhost', '127.0.0.1'))).status).toBe(200)
    resolve(url)
  })

  it('are those of this server where a client names a port that cannot be', async () => {
    await speechUrl
    expect(JSON.parse(await asked('127.0.0.1:99999')).data.djSession.export).toContain(`${gateway.url}/export/dj/`)
  })

  it.each(['evil.example', 'evil.example:80', 'localhost.evil.example', 'localhost:1@evil.example', 'localhost/..//evil.example'])(
    'are none where a client names another one: %s',
    async (host) => {
      await speechUrl
      const answer = await asked(host)
      expect(answer).not.toContain('evil.example')
      expect(JSON.parse(answer).errors[0].message).toContain('answers to localhost only')
    },
  )
})
