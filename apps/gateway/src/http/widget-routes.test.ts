import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillPlantedCatalogue } from '../testing/fill-planted-catalogue.js'
import { createTestGateway, type TestGateway } from '../testing/create-test-gateway.js'

let gateway: TestGateway
let episode: string
let track: string
beforeAll(async () => {
  gateway = await createTestGateway()
  const { db } = gateway
  episode = (await db.selectFrom('episodes').select('id').where('guid', '=', 'rack-talk-1').executeTakeFirstOrThrow()).id
  track = (await db.selectFrom('tracks').select('id').where('title', '=', 'Slack Water').executeTakeFirstOrThrow()).id
})
afterAll(() => gateway[Symbol.asyncDispose]())

const get = (address: string, headers: Readonly<Record<string, string>> = {}) => fetch(gateway.url + address, { headers })
const ours = { 'sec-fetch-site': 'same-origin' }

describe('/embed/ID.json', () => {
  it('gives an item with its narrative and evidence to pages of every origin, for a minute', async () => {
    const response = await get(`/embed/${episode}.json`, { origin: 'https://blog.example' })
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
    expect(response.headers.get('cache-control')).toBe('public, max-age=60')
    expect(await response.json()).toMatchObject({
      id: episode,
      kind: 'episode',
      title: 'Rack Talk on storage, part 1',
      by: 'Rack Talk',
      narrative: {
        style: 'pitch',
        claims: expect.arrayContaining([{ start: 0, end: expect.any(Number), support: 'SUPPORTED', evidence: [expect.any(Number)] }]),
        disclosure: { generated: true },
      },
      refusal: null,
    })
  })

  it('tells nothing of any listener to anybody else: not that there is one, not in the texts for nobody', async () => {
    const personal = (await (await get(`/embed/${track}.json?listener=ada`, ours)).json()) as { narrative: { evidence: { kind: string }[] } }
    expect(personal.narrative.evidence.map(({ kind }) => kind)).toContain('listening')
    for (const site of ['cross-site', 'same-site', 'none', ''])
      for (const listener of ['ada', 'nobody-of-this-name']) {
        const response = await get(`/embed/${track}.json?listener=${listener}`, site === '' ? {} : { 'sec-fetch-site': site })
        expect([response.status, await response.json()]).toEqual([403, { error: { code: 'FORBIDDEN', message: expect.stringContaining('listener:') } }])
      }
    const nobody = (await (await get(`/embed/${track}.json`, { ...ours, 'x-listener-id': 'ada' })).json()) as { narrative: { evidence: { kind: string }[] } }
    expect(nobody.narrative.evidence.map(({ kind }) => kind)).not.toContain('listening')
  })

  it('keeps what is for one listener from other origins and from caches', async () => {
    const response = await get(`/embed/${track}.json?listener=ada`, ours)
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(response.headers.get('vary')).toContain('Sec-Fetch-Site')
    // A page has metadata for everybody: it is for nobody in particular, whoever asks.
    expect((await get(`/embed/${track}?listener=ada`, ours)).status).toBe(403)
  })

  it.each([
    ['epi_aaaaaaaaaaaaaaaaaaaa', '', 404, 'item: '],
    ['..%2f..%2fetc%2fpasswd', '', 404, 'item: '],
    ['ID', '?style=sonnet', 400, 'style: '],
    ['ID', '?provider=../x', 400, 'provider: '],
    ['ID', '?style=pitch&style=blurb', 400, 'style: '],
  ])('explains what is wrong with %s%s', async (id, query, status, message) => {
    const response = await get(`/embed/${id.replace('ID', episode)}.json${query}`)
    expect(response.status).toBe(status)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(((await response.json()) as { error: { message: string } }).error.message).toMatch(new RegExp(`^${message}`))
  })

  it('says why there is no narrative, and does not keep that', async () => {
    const response = await get(`/embed/${episode}.json?provider=nobody-wrote-it`)
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(await response.json()).toMatchObject({ title: expect.any(String), narrative: null, refusal: { code: 'NOT_FOUND' } })
  })
})

describe('the other answers', () => {
  it('do not open GraphQL to other origins', async () => {
    const preflight = await fetch(`${gateway.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://blog.example', 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type,x-listener-id' },
    })
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull()
    for (const address of ['/widget/', `/embed/${episode}`, '/graphql?query={__typename}'])
      expect((await get(address, { origin: 'https://blog.example' })).headers.get('access-control-allow-origin')).toBeNull()
    const script = await get('/widget/liner-note.js', { origin: 'https://blog.example' })
    expect([script.status, script.headers.get('access-control-allow-origin'), script.headers.get('cache-control')]).toEqual([200, '*', 'public, max-age=300'])
  })

  it('are a page with metadata: canonical address, oEmbed, JSON-LD with the disclosure', async () => {
    const text = await (await get(`/embed/${episode}`)).text()
    expect(text).toContain(`<link rel="canonical" href="${gateway.url}/embed/${episode}"`)
    const data = JSON.parse(/<script type="application\/ld\+json">([^<]*)<\/script>/.exec(text)?.[1] ?? '') as Record<string, unknown>
    expect(data).toMatchObject({
      '@type': 'PodcastEpisode',
      name: 'Rack Talk on storage, part 1',
      partOfSeries: { '@type': 'PodcastSeries', name: 'Rack Talk' },
      datePublished: '2019-01-08',
      duration: 'PT0H42M10S',
      abstract: expect.stringMatching(/.{20}/),
      subjectOf: { creditText: 'Put together by rules from the facts shown.', digitalSourceType: 'https://schema.org/AlgorithmicMediaDigitalSource' },
    })
    const discovered = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const oembed = (await (await fetch(`${discovered}&maxwidth=300`)).json()) as Record<string, unknown>
    expect(oembed).toMatchObject({ version: '1.0', type: 'rich', title: 'Rack Talk on storage, part 1', author_name: 'Rack Talk', width: 300 })
    expect(oembed['html']).toContain(`<iframe src="${gateway.url}/embed/${episode}" width="300"`)
    const music = await (await get(`/embed/${track}`)).text()
    expect(music).toContain('"@type":"MusicRecording"')
    expect(music).toContain('"byArtist":{"@type":"MusicGroup","name":"Mara Quill"}')
  })

  it('embed nothing of others', async () => {
    for (const url of ['https://other.example/embed/x', `${gateway.url}/graphql`, 'x', ''])
      expect((await get(`/oembed?url=${encodeURIComponent(url)}`)).status).toBe(404)
    expect((await get(`/oembed?url=${encodeURIComponent(`${gateway.url}/embed/${episode}`)}&format=xml`)).status).toBe(501)
  })

  it('let no title out of the page that it stands in', async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'linernotes-embed-'))
    const hostile = '</script><script>alert(1)</script>"\'><img src=x onerror=alert(1)>'
    await fillPlantedCatalogue(
      gateway.db,
      directory,
      Array.from({ length: 6 }, () => hostile),
    )
    await rm(directory, { recursive: true })
    const planted = await gateway.db.selectFrom('episodes').select(['id', 'title']).where('guid', 'like', 'planted-%').execute()
    expect(planted.some(({ title }) => title.includes('<script>'))).toBe(true)
    for (const { id } of planted) {
      const text = await (await get(`/embed/${id}`)).text()
      expect(text.match(/<script/g)).toHaveLength(2)
      expect(text.match(/<\/script>/g)).toHaveLength(2)
      expect(text).not.toMatch(/<img/)
    }
  })
})
