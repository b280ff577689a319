import { createServer, type RequestListener, type Server } from 'node:http'
import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fetchFeed, type FetchFeedResult } from './fetch-feed.js'
import { isPublicAddress } from './public-dispatcher.js'

const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Small Talk</title><link>https://example.com/</link><description>Two voices.</description>
<item><guid>one</guid><title>One</title><enclosure url="https://example.com/1.mp3" type="audio/mpeg" length="1"/></item></channel></rss>`

let database: TestDatabase
let server: Server
let origin: string
const seen: { url: string; headers: NodeJS.Dict<string | string[]> }[] = []

const answer: RequestListener = (request, response) => {
  seen.push({ url: request.url ?? '', headers: request.headers })
  switch (request.url) {
    case '/feed':
      if (request.headers['if-none-match'] === '"v1"') return response.writeHead(304).end()
      return response.writeHead(200, { 'content-type': 'application/rss+xml', etag: '"v1"' }).end(feed)
    case '/moved':
      return response.writeHead(301, { location: '/feed' }).end()
    case '/loop':
      return response.writeHead(302, { location: '/loop' }).end()
    case '/inside':
      return response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end()
    case '/file':
      return response.writeHead(302, { location: 'file:///etc/passwd' }).end()
    case '/html':
      return response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Not here')
    case '/endless': {
      response.writeHead(200)
      const chunk = Buffer.alloc(1_000_000, 'a')
      const more = (): void => void (response.destroyed || (response.write(chunk) ? setImmediate(more) : response.once('drain', more)))
      return more()
    }
    default:
      return response.writeHead(404).end()
  }
}

beforeAll(async () => {
  database = await createTestDatabase()
  server = createServer(answer)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await database[Symbol.asyncDispose]()
})

const get = (path: string, allowPrivate = true): Promise<FetchFeedResult> =>
  fetchFeed({ db: database.db, now: () => Date.UTC(2026, 10, 23), signal: new AbortController().signal }, path.startsWith('http') ? path : origin + path, {
    allowPrivate,
  })

describe('fetchFeed', () => {
  it('imports a feed, and asks for it conditionally the next time', async () => {
    const first = await get('/feed')
    expect(first).toMatchObject({ ok: true, report: { rejected: 0 } })
    const again = await get('/feed')
    expect(again).toEqual({ ok: true, showId: first.ok ? first.showId : '', report: null })
    expect(seen.at(-1)?.headers['if-none-match']).toBe('"v1"')
  })

  it('follows a redirect', async () => {
    expect(await get('/moved')).toMatchObject({ ok: true })
  })

  it.each([
    ['/missing', 'the server answered 404'],
    ['/loop', 'redirects'],
    ['/file', 'expected an http or https URL'],
    ['/endless', 'larger than 30 MB'],
    ['/html', 'feed'],
  ])('says what is wrong with %s', async (path, words) => {
    const result = await get(path)
    expect(result.ok ? '' : result.message).toContain(words)
  })

  it.each([
    '/feed',
    'http://[::1]:9/feed',
    'http://169.254.169.254/',
    'http://10.0.0.1/',
    'http://0.0.0.0/',
    'http://[::ffff:127.0.0.1]/',
    'http://localhost:8099/feed',
    'http://2130706433/',
  ])('never reaches into the private network: %s', async (url) => {
    const before = seen.length
    const result = await get(url, false)
    expect(result.ok ? '' : result.message).toContain('LINERNOTES_ALLOW_PRIVATE_FEEDS=1')
    expect(seen.length).toBe(before)
  })

  it('stops with the reason of its caller', async () => {
    const reason = new Error('gone')
    const context = { db: database.db, now: Date.now, signal: AbortSignal.abort(reason) }
    await expect(fetchFeed(context, `${origin}/endless`, { allowPrivate: true })).rejects.toBe(reason)
  })
})

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '2606:4700::1111'])('%s is public', (address) => expect(isPublicAddress(address)).toBe(true))
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '192.168.0.1',
    '169.254.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '224.0.0.1',
    'not an address',
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false))
})
