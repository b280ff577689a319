import { entityId, findTrackFacts, type Evidence } from '@linernotes/catalog'
import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { ensureListener, readTaste, recordListens } from '@linernotes/listening'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { traitsOf } from '../plan/candidate.js'
import { findEchoes } from './find-echoes.js'
import { isSourcedFact } from './is-sourced-fact.js'

let own: TestDatabase
beforeAll(async () => {
  own = await createTestDatabase()
  await own.db.insertInto('sources').values({ id: 'src', name: 'Test', licence: 'CC0-1.0', url: null, retrieved_at: null }).execute()
})
afterAll(() => own[Symbol.asyncDispose]())
beforeEach(async () => {
  for (const table of ['facts', 'listens', 'track_artists', 'tracks', 'releases', 'artists']) await sql`delete from ${sql.table(table)}`.execute(own.db)
})

const trackIdOf = (name: string, number = 1): string => entityId('track', 'echo', `${name} ${number}`)

/** A record of so many tracks, of lengths that no other one has; without the second where it has a gap. */
async function plant(name: string, tracks: number, more: { readonly country?: string; readonly hasGap?: boolean } = {}): Promise<void> {
  const { db } = own
  const place = name.charCodeAt(0)
  await db
    .insertInto('artists')
    .values({ id: entityId('artist', 'echo', name), name, name_key: name.toLowerCase(), is_special_purpose: false, source_id: 'src' })
    .execute()
  await db
    .insertInto('releases')
    .values({
      id: entityId('release', 'echo', name),
      title: `${name} Record`,
      title_key: `${name} record`,
      is_compilation: false,
      label: null,
      label_key: null,
      source_id: 'src',
    })
    .execute()
  for (let number = 1; number <= tracks; number += 1) {
    const id = trackIdOf(name, number)
    const track_number = more.hasGap === true && number > 1 ? number + 1 : number
    await db
      .insertInto('tracks')
      .values({
        id,
        title: `${name} ${number}`,
        title_key: `${name} ${number}`,
        release_id: entityId('release', 'echo', name),
        track_number,
        duration_ms: (place * 3 + number) * 1_000,
        advisory: 'unknown',
        source_id: 'src',
      })
      .execute()
    await db
      .insertInto('track_artists')
      .values({ track_id: id, position: 0, artist_id: entityId('artist', 'echo', name), credited_name: name, join_phrase: '' })
      .execute()
  }
  if (more.country !== undefined) {
    const values = JSON.stringify({ artist: name, country: more.country })
    await sql`insert into facts (id, subject_id, property, "values", statement, query, source_id, computed_at)
      values (${`fact_${name}`}, ${entityId('artist', 'echo', name)}, 'artist-country', ${values}::jsonb, ${`MusicBrainz names ${more.country} as the country of ${name}.`}, null, 'src', now())`.execute(
      own.db,
    )
  }
}

/** What the first track of `name` shares with what was loved: `loved`, played so often each. */
async function echoesOf(name: string, loved: readonly string[]): Promise<readonly Evidence[]> {
  const { id } = await ensureListener(own.db, { externalId: loved.join(), synthetic: true })
  const listens = loved.flatMap((one, place) =>
    Array.from({ length: 9 - place }, (_, play) => ({ itemId: trackIdOf(one), playedAt: new Date(Date.UTC(2019, 0, 1 + play, place)), playedMs: 180_000 })),
  )
  await recordListens(own.db, id, listens, { now: Date.now })
  const itemId = trackIdOf(name)
  const facts = (await findTrackFacts(own.db, [itemId])).get(itemId) ?? []
  const taste = await readTaste(own.db, id, { now: () => Date.UTC(2026, 11, 1) })
  const ideas = await findEchoes(own.db, { traits: traitsOf(itemId, 'track', facts), facts, reasons: [], previous: null, taste })
  return ideas.map(({ evidence }) => evidence[0]!)
}

it('a country that MusicBrainz names for both is an echo, of the one that was played most', async () => {
  await plant('Novo', 3, { country: 'Iceland' })
  await plant('Alder', 4, { country: 'Iceland' })
  await plant('Birch', 5, { country: 'Iceland' })
  const [echo, ...others] = await echoesOf('Novo', ['Alder', 'Birch'])
  expect(others).toEqual([])
  expect(echo).toMatchObject({ property: 'echo', values: { shared: 'country', value: 'Iceland', artist: 'Novo', otherArtist: 'Alder' } })
  expect(echo?.statement).toBe('The artists of “Novo 1” by Novo and “Alder 1” by Alder come from the same country, Iceland.')
  expect(isSourcedFact(echo!)).toBe(true)
  const { rows } = await sql.raw<{ country: string }>(echo!.query!.replace("->> 'country'", "->> 'country' as country")).execute(own.db)
  expect(rows.map(({ country }) => country)).toEqual(['Iceland', 'Iceland'])
})

it('a country that most of what was loved comes from is none', async () => {
  await plant('Novo', 3, { country: 'Chile' })
  for (const [index, name] of ['Alder', 'Birch', 'Cedar', 'Dogwood'].entries()) await plant(name, 4, { country: index < 3 ? 'Chile' : 'Iceland' })
  expect(await echoesOf('Novo', ['Alder', 'Birch', 'Cedar', 'Dogwood'])).toEqual([])
})

it('nobody whose country is not known, or is told in two ways, is from anywhere', async () => {
  await plant('Novo', 3, { country: 'Iceland' })
  await plant('Alder', 4)
  await plant('Birch', 5, { country: 'Iceland' })
  await sql`insert into facts (id, subject_id, property, "values", statement, query, source_id, computed_at)
    values ('fact_other', ${entityId('artist', 'echo', 'Birch')}, 'artist-country', '{"country":"Norway"}', 'Another says Norway.', null, 'src', now())`.execute(
    own.db,
  )
  expect(await echoesOf('Novo', ['Alder', 'Birch'])).toEqual([])
})

it('a record of as many tracks is an echo where so many are rare, and the query counts them again', async () => {
  await plant('Novo', 17)
  await plant('Alder', 17)
  await plant('Birch', 16)
  const [echo, ...others] = await echoesOf('Novo', ['Birch', 'Alder'])
  expect(others).toEqual([])
  expect(echo).toMatchObject({ values: { shared: 'tracks', value: '17', otherArtist: 'Alder' } })
  expect(echo?.statement).toBe('“Novo 1” by Novo and “Alder 1” by Alder are each on a record of 17 tracks.')
  const { rows } = await sql.raw<{ count: string }>(echo!.query!).execute(own.db)
  expect(rows.map(({ count }) => Number(count))).toEqual([17, 17])
})

it('ten tracks are no coincidence, and a record with a gap is not known to have so many', async () => {
  await plant('Novo', 10)
  await plant('Alder', 10)
  expect(await echoesOf('Novo', ['Alder'])).toEqual([])
  await plant('Oak', 17)
  await plant('Pine', 17, { hasGap: true })
  expect(await echoesOf('Oak', ['Pine'])).toEqual([])
})
