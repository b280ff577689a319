import { expect, test } from 'vitest'
import { indexAudience, indexingAudience } from './audience-index.js'
import { indexCatalogue, indexingCatalogue } from './catalogue-index.js'
import { finish, inTurns, type Work } from './in-turns.js'
import type { Rows } from './read-rows.js'
import { indexingTopics, indexTopics } from './topic-index.js'

const count = 60_000
const idOf = (letter: string, number: number) => letter + String(number).padStart(8, '0')
const range = <Row>(length: number, row: (index: number) => Row): Row[] => Array.from({ length }, (_, index) => row(index))
const rows: Rows = {
  artists: range(count / 10, (index) => ({ id: idOf('a', index), is_special_purpose: false })),
  releases: range(count / 10, (index) => ({ id: idOf('r', index), release_year: 2000, release_date: null, label_key: `label ${index % 90}` })),
  releaseTags: range(count / 5, (index) => ({ release_id: idOf('r', index >> 1), tag: `tag ${(index * 7) % 300}`, weight: 1 })),
  tracks: range(count, (index) => ({ id: idOf('t', index), release_id: idOf('r', Math.floor(index / 10)), advisory: 'unknown' as const })),
  trackArtists: range(count, (index) => ({ track_id: idOf('t', index), artist_id: idOf('a', Math.floor(index / 10)) })),
  shows: [{ id: 'show', language: 'en' }],
  episodes: range(2_000, (index) => ({
    id: idOf('e', index),
    show_id: 'show',
    title: `On topic ${index % 40}`,
    description: `all about topic ${index % 40} and more. `.repeat(40),
    advisory: 'clean' as const,
    episode_type: 'full' as const,
    duration_ms: 1,
    published_at: 1,
  })),
  episodeTags: range(2_000, (index) => ({ episode_id: idOf('e', index), tag: `topic ${(index * 3) % 40}`, weight: 1 })),
  transcripts: [],
  chapters: [],
  plays: range(count, (index) => ({ listener_id: idOf('l', Math.floor(index / 200)), item_id: idOf('t', (index * 7919) % count), plays: 1 + (index % 5) })),
}

test('an index that is made in turns is the one that is made at a stretch, and others get their turn', async () => {
  const catalogue = indexCatalogue(rows)
  let turns = 0
  const counting = setInterval(() => turns++, 0)
  const inBetween = {
    catalogue: await inTurns(indexingCatalogue(rows)),
    audience: await inTurns(indexingAudience(rows, catalogue)),
    topics: await inTurns(indexingTopics(rows, catalogue)),
  }
  clearInterval(counting)
  expect(turns).toBeGreaterThan(3)
  expect(inBetween).toEqual({ catalogue, audience: indexAudience(rows, catalogue), topics: indexTopics(rows, catalogue) })
})

test.each<[string, () => Work<unknown>]>([
  ['catalogue', () => indexingCatalogue(rows)],
  ['audience', () => indexingAudience(rows, indexCatalogue(rows))],
  ['topics', () => indexingTopics(rows, indexCatalogue(rows))],
])('%s: it can be left off often enough that no part of it is long', (_what, begin) => {
  const work = begin()
  let parts = 1
  while (work.next().done !== true) parts++
  // One part is 2,048 rows, or one episode, at most.
  expect(parts).toBeGreaterThan(50)
  expect(finish(begin())).toBeDefined()
})
