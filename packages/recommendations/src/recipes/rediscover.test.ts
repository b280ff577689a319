import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { idsOf, type HeroWorld } from '../__fixtures__/hero-world.js'
import { openWorld } from '../__fixtures__/open-world.js'
import { addPlays, DAY_MS, episodeId, listenerId, NOW, showId, trackId, type PlayDraft } from '../__fixtures__/world.js'

const since = (date: string) => (NOW - Date.parse(date)) / DAY_MS
const loved = (title: string, date: string, times = 30): PlayDraft => ({ listener: 'veteran', item: trackId(title, 1), times, daysAgo: since(date) })

/** Twelve years: loves of 2012 to 2014, nothing at all for five years, others since. */
const plays: readonly PlayDraft[] = [
  loved('first love', '2012-11-04T12:00:00Z', 40),
  { listener: 'veteran', item: trackId('first love', 2), times: 3, daysAgo: since('2013-02-01T12:00:00Z') },
  loved('before the gap', '2014-03-31T22:30:00Z'),
  loved('leap', '2016-02-29T23:30:00Z', 9),
  loved('came back', '2013-05-01T12:00:00Z'),
  loved('came back', '2024-05-01T12:00:00Z', 2),
  loved('after the gap', '2024-06-01T12:00:00Z'),
  loved('one fling', '2013-01-01T12:00:00Z', 2),
  // A clock that is a day ahead.
  loved('tomorrow', '2013-01-01T12:00:00Z'),
  { listener: 'veteran', item: trackId('tomorrow', 1), daysAgo: -0.9 },
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => ({ listener: 'veteran', item: episodeId('Old Show', number), daysAgo: 3000 + number })),
]
const titles = ['first love', 'before the gap', 'leap', 'came back', 'after the gap', 'one fling', 'tomorrow', 'on the line', 'under the line']

let world: HeroWorld
beforeAll(async () => {
  world = await openWorld(
    {
      releases: titles.map((title) => ({ title, artist: `${title} band`, tags: ['rock'], date: '2010', tracks: 4 })),
      shows: [{ title: 'Old Show', episodes: Array.from({ length: 12 }, () => ({})) }],
      plays,
    },
    'veteran',
  )
  await sql`update listeners set time_zone = 'Europe/Berlin' where id = ${listenerId('veteran')}`.execute(world.db)
})
afterAll(() => world[Symbol.asyncDispose]())

const ask = (input = {}) => world.ask({ recipe: 'rediscover', limit: 50, kinds: ['track', 'episode'], ...input })
const has = async (title: string) => idsOf((await ask()).suggestions).includes(trackId(title, 1))

describe('a history of twelve years with a gap', () => {
  test('brings back what was loved before it, the most played first, and nothing else', async () => {
    const { suggestions, recipe } = await ask()
    expect(recipe).toBe('rediscover')
    const artists = new Set(
      suggestions
        .filter(({ kind }) => kind === 'track')
        .map(({ itemId }) => titles.find((title) => [1, 2, 3, 4].some((number) => trackId(title, number) === itemId))),
    )
    expect(artists).toEqual(new Set(['first love', 'before the gap', 'leap']))
    const first = idsOf(suggestions).filter((id) => [1, 2, 3, 4].some((number) => trackId('first love', number) === id))
    expect(first.slice(0, 2)).toEqual([trackId('first love', 1), trackId('first love', 2)])
  })

  test('with dates in the evidence, those of the listener and their own calendar', async () => {
    const { suggestions } = await ask()
    const facts = (title: string) => suggestions.find(({ itemId }) => itemId === trackId(title, 1))!.because[0]!
    expect(facts('first love').code).toBe('rediscovery')
    expect(facts('first love').evidence.map(({ property, values }) => [property, values])).toEqual([
      ['artist-plays', { artist: 'first love band', plays: 40, year: 2012 }],
      ['artist-last-play', { artist: 'first love band', month: '2013-02' }],
      ['artist-first-play', expect.anything()],
    ])
    // Half past midnight on the first of April in Berlin, where summer time had begun the day before; and the first of March after a leap day.
    expect(facts('before the gap').evidence[1]?.values).toMatchObject({ month: '2014-04' })
    expect(facts('leap').evidence[1]?.values).toMatchObject({ month: '2016-03' })
    const lastPlays = suggestions
      .flatMap(({ because }) => because.flatMap(({ evidence }) => evidence))
      .filter(({ property }) => property === 'artist-last-play')
    expect(lastPlays.length).toBeGreaterThan(0)
    for (const { lastPlayedAt } of lastPlays) expect(Date.parse(lastPlayedAt!)).toBeLessThan(NOW - 540 * DAY_MS)
  })

  test('shows, too: what was heard returns, and says how much of it was finished and when', async () => {
    const { suggestions } = await ask({ kinds: ['episode'] })
    expect(suggestions.length).toBe(4)
    expect(suggestions[0]?.because[0]).toMatchObject({
      code: 'rediscovery',
      evidence: [{ property: 'show-plays', subjectId: showId('Old Show'), lastPlayedAt: expect.any(String) }],
    })
  })
})

test('silence is counted in days of 24 hours, whatever clocks did meanwhile', async () => {
  // 540 days before the 15th of June it was winter time in Berlin.
  await addPlays(world.db, [
    { listener: 'veteran', item: trackId('on the line', 1), times: 10, daysAgo: 540 },
    { listener: 'veteran', item: trackId('under the line', 1), times: 10, daysAgo: 540 - 1 / 24 },
  ])
  const { suggestions } = await ask()
  // The tracks themselves were heard less than two years ago.
  expect(idsOf(suggestions)).toContain(trackId('on the line', 2))
  expect(idsOf(suggestions)).not.toContain(trackId('under the line', 2))
})

test('a play that is dated in the future is no silence, and no reason to fail', async () => {
  expect(await has('tomorrow')).toBe(false)
  for (const { novelty, score } of (await ask()).suggestions) expect([novelty >= 0 && novelty <= 1, Number.isFinite(score)]).toEqual([true, true])
})

test('what was skipped or hidden does not come back with the rest', async () => {
  await world.db
    .insertInto('feedback')
    .values({
      client_event_id: 'h',
      recommendation_id: 'rec',
      listener_id: listenerId('veteran'),
      item_id: trackId('first love', 1),
      outcome: 'hide',
      at: new Date(NOW - 3000 * DAY_MS),
    })
    .execute()
  expect(await has('first love')).toBe(false)
  expect(await has('before the gap')).toBe(true)
})
