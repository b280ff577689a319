import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { assert, asyncProperty, constantFrom, integer } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importContext } from '../__fixtures__/import-context.js'
import { openTemporaryFiles } from '../__fixtures__/temporary-files.js'
import { catalogImporters, episodesByShow, tracksByArtist, tracksByRelease, transcriptPages, type Page, type PageRequest } from '../index.js'

const TRACKS = 23
const EPISODES = 7
const CUES = 40

function two(value: number): string {
  return String(value).padStart(2, '0')
}

let database: TestDatabase
let lists: Record<'artist' | 'release' | 'show' | 'transcript', (page: PageRequest) => Promise<Page<{ readonly id: string }> | null | undefined>>
let episodeId: string
beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  const context = importContext(db)
  await using files = await openTemporaryFiles()
  const releases = ['album,artist,catalog,genre,id,label,licenseurl,style,url,year', 'Harbour,Ada,?,Folk,low,?,,,,2009', 'Marsh,Ben,?,Folk,high,?,,,,']
  const tracks = [
    'id,title,trackartist,disc,track,duration,trackurl',
    ...Array.from({ length: TRACKS }, (_, index) => `low,Track ${index},Ada,${index % 2},${index},100,`),
    'high,Other,Ben,1,1,100,',
  ]
  await catalogImporters.freemusicc(context, [await files.write('releases.csv', releases.join('\n')), await files.write('tracks.csv', tracks.join('\n'))], {})
  const episodes = Array.from({ length: EPISODES }, (_, index) =>
    JSON.stringify({
      type: 'episode',
      show_slug: 'talk',
      show_name: 'Talk',
      episode_guid: `e${index}`,
      title: `E ${index}`,
      date: '2019-08-08T09:00:00Z',
      tags: [],
    }),
  )
  await catalogImporters.jupiter(context, [await files.write('talk.jsonl', episodes.join('\n'))], {})
  const cues = Array.from({ length: CUES }, (_, index) => `00:${two(index)}.000 --> 00:${two(index + 1)}.000\nCue ${index}\n`)
  await catalogImporters.transcript(context, [await files.write('e0.vtt', ['WEBVTT', '', ...cues].join('\n'))], { episode: 'e0' })
  // Somebody credited twice on one track.
  const [credit] = await db.selectFrom('track_artists').selectAll().limit(1).execute()
  if (credit !== undefined)
    await db
      .insertInto('track_artists')
      .values({ ...credit, position: 1 })
      .execute()
  const artist = (await db.selectFrom('artists').select('id').where('name', '=', 'Ada').executeTakeFirstOrThrow()).id
  const release = (await db.selectFrom('releases').select('id').where('title', '=', 'Harbour').executeTakeFirstOrThrow()).id
  const show = (await db.selectFrom('shows').select('id').executeTakeFirstOrThrow()).id
  episodeId = (await db.selectFrom('episodes').select('id').where('guid', '=', 'e0').executeTakeFirstOrThrow()).id
  lists = {
    artist: async (page) => (await tracksByArtist(db, [artist, 'art_none'], page)).get(artist),
    release: async (page) => (await tracksByRelease(db, [release, 'rel_none'], page)).get(release),
    show: async (page) => (await episodesByShow(db, [show], page)).get(show),
    transcript: async (page) => (await transcriptPages(db, [episodeId], { fromMs: null, toMs: null }, page)).get(episodeId) ?? null,
  }
})
afterAll(async () => await database[Symbol.asyncDispose]())

const totals = { artist: TRACKS, release: TRACKS, show: EPISODES, transcript: CUES } as const

test('pages one after the other are the list: nothing missing, nothing twice, the count the same on each', async () => {
  const whole = new Map<string, string[]>()
  for (const name of Object.keys(totals) as (keyof typeof totals)[]) {
    whole.set(name, (await lists[name]({ first: 1_000, after: null }))?.nodes.map(({ id }) => id) ?? [])
    expect(new Set(whole.get(name)).size).toBe(totals[name])
  }
  await assert(
    asyncProperty(constantFrom(...(Object.keys(totals) as (keyof typeof totals)[])), integer({ min: 1, max: 50 }), async (name, first) => {
      const found: string[] = []
      let after: string | null = null
      for (;;) {
        const page: Page<{ readonly id: string }> | null | undefined = await lists[name]({ first, after })
        expect(page?.totalCount).toBe(totals[name])
        expect(page?.cursors).toHaveLength(page?.nodes.length ?? 0)
        found.push(...(page?.nodes ?? []).map(({ id }) => id))
        expect(page?.hasNextPage).toBe(found.length < totals[name])
        if (page?.hasNextPage !== true) break
        after = page.cursors.at(-1) ?? null
      }
      expect(found).toEqual(whole.get(name))
    }),
    { numRuns: 25 },
  )
})

test('behind the end is nothing, but the count is known; strange cursors and sizes do no harm', async () => {
  for (const list of Object.values(lists)) {
    expect(await list({ first: 5, after: '1000' })).toMatchObject({ nodes: [], cursors: [], hasNextPage: false })
    expect((await list({ first: 5, after: '1000' }))?.totalCount).toBeGreaterThan(0)
    expect(await list({ first: 0, after: null })).toMatchObject({ nodes: [], hasNextPage: true })
    expect((await list({ first: -3, after: null }))?.nodes).toEqual([])
    for (const after of ['', '-1', '1e9', ' 1', '0x2', '99999999999999999999', '\u0000', "';--"]) {
      expect((await list({ first: 1, after }))?.nodes).toEqual((await list({ first: 1, after: null }))?.nodes)
    }
  }
  expect((await tracksByArtist(database.db, ['art_none'], { first: 5, after: null })).get('art_none')).toEqual({
    nodes: [],
    cursors: [],
    hasNextPage: false,
    totalCount: 0,
  })
  expect(await tracksByArtist(database.db, [], { first: 5, after: null })).toEqual(new Map())
})

test('a part of a transcript is counted and paged for itself', async () => {
  const page = (await transcriptPages(database.db, [episodeId], { fromMs: 10_000, toMs: 20_000 }, { first: 4, after: '4' })).get(episodeId)
  expect(page).toMatchObject({ totalCount: 11, hasNextPage: true })
  expect(page?.nodes.map(({ startMs }) => startMs)).toEqual([13_000, 14_000, 15_000, 16_000])
})
