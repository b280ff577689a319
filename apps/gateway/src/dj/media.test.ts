import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestGateway, type TestGateway } from '../testing/create-test-gateway.js'
import { memoryDj } from './__fixtures__/memory-dj.js'
import { spokenText } from './__fixtures__/spoken-text.js'

const SPOKEN = 'a1b2c3d4e5f6'
const sound = Buffer.from(Array.from({ length: 5_000 }, (_, index) => index % 251))
const captions = 'WEBVTT\n\n00:00.000 --> 00:02.000\nFirst words.\n'

let gateway: TestGateway
let directory: string
let session: { readonly id: string; readonly export: string }
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'linernotes-media-'))
  const speech = spokenText(directory, SPOKEN)
  await writeFile(speech.audioFile, sound)
  await writeFile(speech.captionsFile, captions)
  // Known by its id, and its file is not there.
  const gone = { ...spokenText(directory, 'gone'), captionsFile: speech.captionsFile }
  gateway = await createTestGateway({
    dj: (platform) => memoryDj(platform, { speech }),
    speaker: { find: async (id) => [speech, gone].find((spoken) => spoken.id === id) ?? null, silence: async () => null },
  })
  session = (await gateway.execute('mutation { startDjSession(input: { listenerId: "ada" }) { ... on DjSession { id export } } }')).data.startDjSession
})
afterAll(async () => {
  await gateway[Symbol.asyncDispose]()
  await rm(directory, { recursive: true, force: true })
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
    const { id, export: address } = session
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

/** Asks for a session with another Host than fetch would send. */
async function asked(host: string): Promise<string> {
  const { hostname, port } = new URL(gateway.url)
  const body = JSON.stringify({
    query: `{ djSession(id: "${session.id}") { export segments(first: 1) { nodes { speech { url captionsUrl } } } } }`,
  })
  const request = httpRequest({ hostname, port, path: '/graphql', method: 'POST', headers: { 'content-type': 'application/json', host } })
  const answered = once(request, 'response') as Promise<[IncomingMessage]>
  request.end(body)
  const [response] = await answered
  return await text(response)
}

describe('addresses', () => {
  it('are those of this server, under the name that the client used for it', async () => {
    const answer = JSON.parse(await asked(`localhost:${new URL(gateway.url).port}`))
    const { url, captionsUrl } = answer.data.djSession.segments.nodes[0].speech
    expect([url, captionsUrl]).toEqual([
      `http://localhost:${new URL(gateway.url).port}/media/speech/${SPOKEN}.wav`,
      `http://localhost:${new URL(gateway.url).port}/media/speech/${SPOKEN}.vtt`,
    ])
    expect((await fetch(url.replace('localhost', '127.0.0.1'))).status).toBe(200)
  })

  it('are those of this server where a client names a port that cannot be', async () => {
    expect(JSON.parse(await asked('127.0.0.1:99999')).data.djSession.export).toContain(`${gateway.url}/export/dj/`)
  })

  it.each(['evil.example', 'evil.example:80', 'localhost.evil.example', 'localhost:1@evil.example', 'localhost/..//evil.example'])(
    'are none where a client names another one: %s',
    async (host) => {
      const answer = await asked(host)
      expect(answer).not.toContain('evil.example')
      expect(JSON.parse(answer).errors[0].message).toContain('answers to localhost only')
    },
  )
})
