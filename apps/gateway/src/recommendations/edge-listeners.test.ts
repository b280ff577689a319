import { ensureListener, recordListens } from '@linernotes/listening'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestGateway, type TestGateway } from '../testing/create-test-gateway.js'

const DAY_MS = 86_400_000
const SILENT_DAYS = 540
const recipes = [
  'discover',
  'discover-tracks',
  'discover-episodes',
  'discover-mixed',
  'rediscover',
  'rediscover-tracks',
  'hidden-gems',
  'fresh',
  'from-this',
  'episodes-for-you',
  'non-profiled',
]
const kinds = [['TRACK'], ['EPISODE'], ['TRACK', 'EPISODE']]

interface Play {
  readonly itemId: string
  readonly at: number
}
interface Edge {
  readonly timeZone: string
  readonly plays: (tracks: readonly string[], episodes: readonly string[], now: number) => readonly Play[]
}

const times = (count: number, play: (index: number) => Play): readonly Play[] => Array.from({ length: count }, (_, index) => play(index))
const of = (items: readonly string[], index: number): string => items[index % items.length]!

const edges: Readonly<Record<string, Edge>> = {
  'twelve years with a gap of four': {
    timeZone: 'Europe/Lisbon',
    plays: (tracks, _episodes, now) =>
      times(240, (index) => ({
        itemId: index < 120 ? of(tracks.slice(0, 4), index) : of(tracks.slice(4), index),
        at: now - (index < 120 ? 12 * 365 - index * 12 : 4 * 365 - (index - 120) * 12) * DAY_MS,
      })),
  },
  'one play': { timeZone: 'UTC', plays: (tracks, _episodes, now) => [{ itemId: of(tracks, 0), at: now - DAY_MS }] },
  'three plays': { timeZone: 'UTC', plays: (tracks, _episodes, now) => times(3, (index) => ({ itemId: of(tracks, index), at: now - index * DAY_MS })) },
  'ten plays': { timeZone: 'UTC', plays: (tracks, _episodes, now) => times(10, (index) => ({ itemId: of(tracks, index), at: now - index * DAY_MS })) },
  'podcasts only': {
    timeZone: 'UTC',
    plays: (_tracks, episodes, now) => times(2, (index) => ({ itemId: of(episodes, index), at: now - (1 + index) * DAY_MS })),
  },
  'one track, again and again': {
    timeZone: 'UTC',
    plays: (tracks, _episodes, now) => times(60, (index) => ({ itemId: of(tracks, 3), at: now - index * DAY_MS })),
  },
  'everything on 29 February': {
    timeZone: 'America/New_York',
    plays: (tracks) => times(40, (index) => ({ itemId: of(tracks, index), at: Date.UTC(2024, 1, 29, 5) + index * 240_000 })),
  },
  'the hour that comes twice': {
    timeZone: 'America/New_York',
    plays: (tracks) => times(40, (index) => ({ itemId: of(tracks, index % 2), at: Date.UTC(2021, 10, 7, 4, 30) + index * 180_000 })),
  },
  'the turn of a year that has come there only': {
    timeZone: 'Asia/Kolkata',
    plays: (tracks) => times(20, (index) => ({ itemId: of(tracks, index % 2), at: Date.UTC(2019, 11, 31, 18, 40) + index * 180_000 })),
  },
  'a clock that is ahead': {
    timeZone: 'UTC',
    plays: (tracks, _episodes, now) => times(20, (index) => ({ itemId: of(tracks, index), at: now + 20 * 3_600_000 - index * 60_000 })),
  },
  'silent for long, but for a clock that is ahead': {
    timeZone: 'UTC',
    plays: (tracks, _episodes, now) => [
      ...times(20, (index) => ({ itemId: of(tracks, 5), at: now - (2_000 + index) * DAY_MS })),
      { itemId: of(tracks, 5), at: now + 3_600_000 },
    ],
  },
  'the same plays many times': {
    timeZone: 'UTC',
    plays: (tracks, _episodes, now) => times(90, (index) => ({ itemId: of(tracks, index % 3), at: now - (index % 3) * DAY_MS })),
  },
}

let gateway: TestGateway
const playsOf = new Map<string, readonly Play[]>()
beforeAll(async () => {
  gateway = await createTestGateway()
  const now = Date.now()
  const tracks = (await gateway.db.selectFrom('tracks').select('id').orderBy('id').execute()).map(({ id }) => id)
  const episodes = (await gateway.db.selectFrom('episodes').select('id').orderBy('id').execute()).map(({ id }) => id)
  for (const [externalId, { timeZone, plays }] of Object.entries(edges)) {
    const { id } = await ensureListener(gateway.db, { externalId, timeZone, synthetic: true })
    const drafts = plays(tracks, episodes, now)
    const report = await recordListens(
      gateway.db,
      id,
      drafts.map(({ itemId, at }) => ({ itemId, playedAt: new Date(at), playedMs: 2_500_000 })),
      { now: () => now },
    )
    if (report.problems.length > 0) throw new Error(`${externalId}: ${JSON.stringify(report.problems)}`)
    playsOf.set(externalId, drafts)
  }
  await ensureListener(gateway.db, { externalId: 'nothing at all', synthetic: true })
  playsOf.set('nothing at all', [])
  await (await gateway.platform.model()).refresh()
})
afterAll(() => gateway[Symbol.asyncDispose]())

const query = `query ($input: RecommendInput!) { recommendations(input: $input, first: 5) { profiled emptyBecause nodes {
  item { ... on Track { id } ... on Episode { id } } narrative { __typename ... on Narrative { text } }
  reasons { code historyItemIds evidence { statement ... on ListeningFact { plays firstPlayedAt lastPlayedAt } } } } } }`

const monthIn = (at: number, timeZone: string) => new Intl.DateTimeFormat('en', { timeZone, month: 'long', year: 'numeric' }).format(at)

describe.each([...Object.keys(edges), 'nothing at all'])('%s', (listenerId) => {
  it('every recipe answers, says why a page is empty, and every date is one of the plays', { timeout: 120_000 }, async () => {
    const plays = playsOf.get(listenerId)!
    const moments = new Set(plays.map(({ at }) => at))
    const months = new Set(plays.map(({ at }) => monthIn(at, edges[listenerId]?.timeZone ?? 'UTC')))
    for (const recipe of recipes)
      for (const asked of kinds) {
        const what = `${recipe} ${asked.join()}`
        const { data, errors } = await gateway.execute(query, { input: { listenerId, recipe, kinds: asked } })
        expect({ what, errors }).toEqual({ what, errors: undefined })
        const { nodes, emptyBecause } = data.recommendations
        expect({ what, isEmpty: nodes.length === 0, said: emptyBecause?.length > 20 }).toEqual({ what, isEmpty: nodes.length === 0, said: nodes.length === 0 })
        for (const { item, reasons, narrative } of nodes) {
          expect({ what, reasons: reasons.length > 0, narrative: narrative.__typename }).toEqual({ what, reasons: true, narrative: 'Narrative' })
          for (const { evidence } of reasons)
            for (const { statement, firstPlayedAt, lastPlayedAt } of evidence) {
              const unknown = [firstPlayedAt, lastPlayedAt].filter((moment) => moment != null && !moments.has(Date.parse(moment)))
              const month = /(?:first played .* in|play was in) ([A-Z][a-z]+ \d{4})\.$/.exec(statement)?.[1]
              expect({ statement, unknown, isItsMonth: month === undefined || months.has(month) }).toEqual({ statement, unknown: [], isItsMonth: true })
            }
          if (recipe !== 'rediscover') continue
          const silentSince = Date.now() - SILENT_DAYS * DAY_MS
          expect({ item: item.id, last: Math.max(...plays.filter(({ itemId }) => itemId === item.id).map(({ at }) => at)) <= silentSince }).toEqual({
            item: item.id,
            last: true,
          })
        }
      }
  })
})

const countOf = async (listenerId: string): Promise<number> =>
  (await gateway.execute(query, { input: { listenerId, recipe: 'rediscover', kinds: ['TRACK', 'EPISODE'] } })).data.recommendations.nodes.length

it('rediscover is empty for whoever was never silent, and not for whoever was', async () => {
  for (const name of ['one play', 'podcasts only', 'one track, again and again', 'a clock that is ahead', 'silent for long, but for a clock that is ahead'])
    expect([name, await countOf(name)]).toEqual([name, 0])
  for (const name of ['twelve years with a gap of four', 'the hour that comes twice', 'the turn of a year that has come there only'])
    expect([name, (await countOf(name)) > 0]).toEqual([name, true])
})
