import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importContext } from '../__fixtures__/import-context.js'
import { openTemporaryFiles } from '../__fixtures__/temporary-files.js'
import { catalogImporters, episodesByShow, findEpisodeFacts, findTranscriptPassages, transcriptPages, type Evidence } from '../index.js'

const episode = {
  type: 'episode',
  show_slug: 'harbour-talk',
  show_name: 'Harbour Talk',
  episode: 7,
  episode_guid: 'guid-7',
  title: 'Tides and Tables',
  description: 'Subscribe at https://example.org! Ada explains why the tide table of the harbour is wrong twice a year. More follows.',
  date: '2019-08-08T09:00:00Z',
  tags: ['tides'],
  podcast_duration: '01:02:03',
  podcast_chapters: {
    chapters: [
      { startTime: 0, title: 'Intro' },
      { startTime: 65, title: 'The tide table' },
    ],
  },
}

const srt = [
  ['00:00:01,000 --> 00:00:05,000', 'Welcome to the show, it is good to have you here with us today.'],
  ['00:00:05,000 --> 00:00:11,000', 'The tide table of this harbour was drawn by hand in nineteen twelve.'],
  ['00:00:11,000 --> 00:00:15,000', 'Nobody has checked the salt marsh since then, as far as I know.'],
  ['00:50:00,000 --> 00:50:06,000', 'In the end the tide table turned out to be right after all, you see.'],
].map(([times, text], index) => `${index + 1}\n${times}\n${text}\n`)

let database: TestDatabase
let id: string
let facts: readonly Evidence[]
beforeAll(async () => {
  database = await createTestDatabase()
  await using files = await openTemporaryFiles()
  const bare = {
    type: 'episode',
    show_slug: 'harbour-talk',
    show_name: 'Harbour Talk',
    episode_guid: 'bare',
    title: 'Bare',
    date: '2018-01-01T00:00:00Z',
    tags: [],
  }
  const lines = [episode, bare, { ...bare, episode_guid: 'older', title: 'Older', date: '2017-01-01T00:00:00Z' }]
  await catalogImporters.jupiter(importContext(database.db), [await files.write('show.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'))], {})
  await catalogImporters.transcript(importContext(database.db), [await files.write('guid-7.srt', srt.join('\n'))], { episode: 'guid-7' })
  id = (await database.db.selectFrom('episodes').select('id').where('guid', '=', 'guid-7').executeTakeFirstOrThrow()).id
  facts = (await findEpisodeFacts(database.db, [id])).get(id) ?? []
})
afterAll(async () => await database[Symbol.asyncDispose]())

test('the item itself comes first, then what is known, each with its values', () => {
  expect(facts[0]).toMatchObject({
    property: 'item',
    statement: '“Tides and Tables” is an episode of Harbour Talk.',
    values: { title: 'Tides and Tables', artist: null, show: 'Harbour Talk' },
    episodeId: id,
  })
  const values = new Map(facts.map((fact) => [fact.property, fact.values]))
  expect(values.get('episode-tags')).toEqual({ tags: ['tides'] })
  expect(values.get('episode-date')).toEqual({ title: 'Tides and Tables', date: '2019-08-08' })
  expect(values.get('episode-length')).toEqual({ title: 'Tides and Tables', durationMs: 3_723_000 })
  expect(values.get('episode-number')).toEqual({ show: 'Harbour Talk', number: 7, season: null })
})

test('of the description the first sentence that is worth quoting, literally', () => {
  expect(facts.find((fact) => fact.property === 'description')?.values).toEqual({
    quote: 'Ada explains why the tide table of the harbour is wrong twice a year.',
  })
})

test('chapters are marks with a time; what every episode has is left out', () => {
  expect(facts.filter((fact) => fact.kind === 'mark').map((fact) => fact.values)).toEqual([{ title: 'The tide table', startMs: 65_000 }])
})

test('what is not known is not said', async () => {
  const bare = (await database.db.selectFrom('episodes').select('id').where('guid', '=', 'bare').executeTakeFirstOrThrow()).id
  const found = (await findEpisodeFacts(database.db, [bare, 'epi_none'])).get(bare)
  expect(found?.map((fact) => fact.property)).toEqual(['item', 'episode-date'])
})

async function find(terms: readonly string[], spoilerFree: boolean): Promise<readonly Evidence[]> {
  return (await findTranscriptPassages(database.db, [{ episodeId: id, terms }], { limit: 5, spoilerFree })).get(id) ?? []
}

test('passages are literal, best match first, with their times; none from the end where it must not be given away', async () => {
  const transcript = srt.map((cue) => cue.split('\n')[2]).join(' ')
  const anywhere = await find(['tide', 'table'], false)
  const first = 'The tide table of this harbour was drawn by hand in nineteen twelve. Nobody has checked the salt marsh since then, as far as I know.'
  expect(anywhere.map(({ values }) => values)).toEqual([
    { quote: first, speaker: null, startMs: 5_000, endMs: 15_000, position: 0.241 },
    {
      quote: 'In the end the tide table turned out to be right after all, you see.',
      speaker: null,
      startMs: 3_000_000,
      endMs: 3_006_000,
      position: 0.741,
    },
  ])
  for (const { kind, episodeId, values } of anywhere) {
    expect({ kind, episodeId }).toEqual({ kind: 'transcript', episodeId: id })
    expect(transcript).toContain(values['quote'])
  }
  expect((await find(['tide'], true)).map((passage) => String(passage.values['quote'])).join(' ')).not.toContain('after all')
})

test('episodes are listed latest first; a transcript is read in pages, and by time', async () => {
  const showId = (await database.db.selectFrom('shows').select('id').executeTakeFirstOrThrow()).id
  expect((await episodesByShow(database.db, [showId], { first: 2, after: null })).get(showId)?.nodes.map((node) => node.title)).toEqual([
    'Tides and Tables',
    'Bare',
  ])
  const page = (await transcriptPages(database.db, [id], { fromMs: 5_000, toMs: 20_000 }, { first: 10, after: null })).get(id)
  expect(page?.nodes.map((node) => node.startMs)).toEqual([1_000, 5_000, 11_000])
  expect((await transcriptPages(database.db, ['epi_none'], { fromMs: null, toMs: null }, { first: 10, after: null })).size).toBe(0)
})
