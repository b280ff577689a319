import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readdir, readFile } from 'node:fs/promises'
import { getOperationAST, parse } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestGateway, type TestGateway } from './testing/create-test-gateway.js'
import type { Answer } from './testing/test-client.js'
import { feedXml } from './testing/test-files.js'

const directory = new URL('../../../examples/', import.meta.url)
const examples = (await readdir(directory)).filter((name) => name.endsWith('.graphql'))

let gateway: TestGateway
/** Values for the variables whose defaults are ids of the embedded sample, which is not here. */
let variables: Readonly<Record<string, Readonly<Record<string, unknown>>>>
const feeds = createServer((_request, response) => void response.setHeader('content-type', 'application/rss+xml').end(feedXml))

beforeAll(async () => {
  gateway = await createTestGateway({ allowPrivateFeeds: true })
  await new Promise<void>((resolve) => feeds.listen(0, '127.0.0.1', resolve))
  const { data } = await gateway.execute(`{
    track: search(query: "Neap") { ... on Track { id artistCredits { artist { id } } release { id } } }
    show: search(query: "Rack Talk", kinds: [EPISODE], first: 1) { ... on Show { id episodes { nodes { id guid } } } }
    recommendations(input: { listenerId: "ada" }, first: 1) { nodes { id narrative { ... on Narrative { id } } } }
  }`)
  const { data: dj } = await gateway.execute('mutation { startDjSession(input: { listenerId: "ada" }) { ... on DjSession { id } } }')
  const sessionId = dj.startDjSession.id
  const [track] = data.track
  const [show] = data.show
  const [recommendation] = data.recommendations.nodes
  const first = show.episodes.nodes.find(({ guid }: { guid: string }) => guid === 'rack-talk-1').id
  variables = {
    artist: { id: track.artistCredits[0].artist.id },
    track: { id: track.id },
    show: { id: show.id },
    node: { id: track.release.id },
    episode: { chaptered: first, transcribed: first },
    narrative: { itemId: track.id },
    'episode-narrative': { itemId: first },
    'compare-narratives': { itemId: track.id },
    'narrative-subscription': { itemId: track.id },
    'record-listens': { item: track.id },
    'record-feedback': { recommendationId: recommendation.id, narrativeId: recommendation.narrative.id },
    'steer-dj': { sessionId },
    'dj-session': { id: sessionId },
    'import-feed': { url: `http://127.0.0.1:${(feeds.address() as AddressInfo).port}/feed.xml` },
    search: { query: 'rack' },
  }
})
afterAll(async () => {
  feeds.close()
  await gateway[Symbol.asyncDispose]()
})

/** A session goes on for hours: so many events of it are enough. */
const MOST_EVENTS = 5

/** What an operation answers; a subscription, in its last event. */
async function run(text: string, given: object): Promise<Pick<Answer, 'data' | 'errors'>> {
  if (getOperationAST(parse(text))?.operation !== 'subscription') return await gateway.execute(text, given)
  const events: Pick<Answer, 'data' | 'errors'>[] = []
  const leaving = AbortSignal.timeout(10_000)
  try {
    for await (const event of gateway.subscribe(text, given, { signal: leaving })) {
      events.push(event)
      if (events.length === MOST_EVENTS) break
    }
  } catch (error) {
    if (!leaving.aborted) throw error
  }
  return { data: events.at(-1)?.data, errors: events.find(({ errors }) => errors !== undefined)?.errors }
}

it.each(examples)('%s runs, finds what it asks for, and says at its top what it shows', async (name) => {
  const text = await readFile(new URL(name, directory), 'utf8')
  expect(text).toMatch(/^# [A-Z].+[.?)]\n/)
  const { data, errors } = await run(text, variables[name.replace('.graphql', '')] ?? {})
  expect(errors).toBeUndefined()
  // Nobody is the viewer where no header says who asks; everything else is there.
  const missing = Object.entries<any>(data).filter(
    ([field, value]) => field !== 'viewer' && (value === null || (Array.isArray(value) && value.length === 0) || value.code !== undefined),
  )
  expect(missing).toEqual([])
})

it('every feature has its example', () => {
  expect(examples.length).toBeGreaterThanOrEqual(18)
})
