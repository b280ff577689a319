import path from 'node:path'
import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importContext } from '../../__fixtures__/import-context.js'
import { catalogImporters, findTrackFacts, nameKey, refreshCountedFacts, type Evidence, type ImportReport } from '../../index.js'
import { clock } from '../say-duration.js'
import { collaborators } from './collaborators.js'

const sample = path.join(import.meta.dirname, '../../../../../data/cc-by-sa-4.0/freemusicc')

let database: TestDatabase
let report: ImportReport
let facts: {
  readonly id: string
  readonly subject_id: string
  readonly property: string
  readonly statement: string
  readonly values: Record<string, unknown>
  readonly query: string
}[]
beforeAll(async () => {
  database = await createTestDatabase()
  report = await catalogImporters.freemusicc(importContext(database.db), [sample], {})
  await refreshCountedFacts(database.db, { now: () => 0 })
  facts = (await database.db.selectFrom('facts').selectAll().orderBy('id').execute()).map((fact) => ({ ...fact, query: fact.query ?? '' }))
})
afterAll(async () => await database[Symbol.asyncDispose]())

function idsOf(evidence: readonly Evidence[]): string[] {
  return evidence.map(({ id }) => id)
}

/** What the rows of a query prove, said again from nothing but them. */
const proofs: Readonly<Record<string, (rows: readonly Record<string, unknown>[], values: Record<string, unknown>) => string>> = {
  compilation: ([row], { release }) => `“${release}” is a compilation of ${row?.['artists']} artists.`,
  'only-release-by-artist': (rows, { artist }) => `“${rows.length === 1 ? rows[0]?.['title'] : ''}” is the only ${artist} release in this catalogue.`,
  'first-release-by-artist': ([row, next, ...others], { artist }) =>
    Number(next?.['year']) > Number(row?.['year'])
      ? `“${row?.['title']}” (${row?.['year']}) is the first of ${others.length + 2} ${artist} releases in this catalogue.`
      : '',
  'releases-in-year': (rows, { artist, year }) => `${artist} put out ${rows.length} releases of this catalogue in ${year}.`,
  'only-release-on-label': (rows, { label }) => `“${rows.length === 1 ? rows[0]?.['title'] : ''}” is the only release on ${label} in this catalogue.`,
  'first-release-on-label': ([row, next, ...others], { label }) =>
    Number(next?.['release_year']) > Number(row?.['release_year'])
      ? `“${row?.['title']}” (${row?.['release_year']}) is the first of ${others.length + 2} releases on ${label} in this catalogue.`
      : '',
  'longest-track': ([row, next, ...others], { release }) =>
    Number(row?.['duration_ms']) > Number(next?.['duration_ms'])
      ? `At ${clock(Number(row?.['duration_ms']))}, “${row?.['title']}” is the longest of the ${others.length + 2} tracks of “${release}”.`
      : '',
  'remix-of': (rows, { title, original, originalArtist }) => {
    const [first, second] = rows.toSorted((a) => (a['title'] === title ? -1 : 1))
    const isProved =
      first?.['title'] === title && second?.['title'] === original && first?.['artist'] === originalArtist && second?.['artist'] === originalArtist
    return isProved ? `“${title}” is a remix of “${original}” by ${originalArtist}, which is in this catalogue, too.` : ''
  },
}

test('the whole sample comes in, but for what stands in it twice', () => {
  expect(report).toMatchObject({ read: 23_791, imported: 23_758, duplicates: 33, rejected: 0 })
})

test('every kind of fact is there, and the query of each says what its statement says', async () => {
  expect([...new Set(facts.map(({ property }) => property))].toSorted()).toEqual(Object.keys(proofs).toSorted())
  const step = Math.ceil(facts.length / 400)
  const sampled = facts.filter((_, index) => index % step === 0)
  expect(sampled.length).toBeGreaterThan(300)
  for (const { query, property, statement, values } of sampled) {
    const { rows } = await sql.raw<Record<string, unknown>>(query).execute(database.db)
    expect(proofs[property]?.(rows, values)).toBe(statement)
  }
})

test('all of them, counted once more from plain lists', async () => {
  const releases = await sql<{ id: string; title: string; label: string | null; year: number | null; artist: string }>`
    select releases.id, releases.title, label, release_year as year, credited_name as artist from releases join release_artists on release_id = releases.id`.execute(
    database.db,
  )
  const byLabel = Map.groupBy(
    releases.rows.filter(({ label }) => label !== null),
    ({ label }) => nameKey(label ?? ''),
  )
  const byArtist = Map.groupBy(releases.rows, ({ artist }) => nameKey(artist))
  const titlesOf = (artist: unknown): Set<string> => new Set(byArtist.get(nameKey(String(artist)))?.map(({ title }) => nameKey(title)))
  const counted: Readonly<Record<string, (values: Record<string, unknown>) => boolean>> = {
    'only-release-on-label': ({ label }) => byLabel.get(nameKey(String(label)))?.length === 1,
    'first-release-on-label': ({ label, year, of }) => {
      const all = byLabel.get(nameKey(String(label))) ?? []
      return all.length === of && all.filter((release) => release.year === null || release.year <= Number(year)).length === 1
    },
    'only-release-by-artist': ({ artist }) => titlesOf(artist).size === 1,
    'first-release-by-artist': ({ artist, of }) => titlesOf(artist).size === of,
  }
  const wrong = facts.filter(({ property, values }) => counted[property]?.(values) === false)
  expect(wrong.map(({ statement }) => statement)).toEqual([])
})

test('statements hold nothing but their values, and keep their ids when counted again', async () => {
  for (const { statement, values } of facts) {
    for (const value of Object.values(values)) expect(statement).toContain(typeof value === 'number' && value > 9_999 ? clock(value) : String(value))
    const rest = Object.values(values)
      .map(String)
      .toSorted((a, b) => b.length - a.length)
      .reduce((text, value) => text.replace(value, ''), statement.replace(/^At \d+:\d\d(:\d\d)?/, ''))
    expect(rest).not.toMatch(/\d|\p{Lu}/u)
  }
  await refreshCountedFacts(database.db, { now: () => 86_400_000 })
  const again = await database.db.selectFrom('facts').select(['id', 'computed_at']).orderBy('id').execute()
  expect(again.map(({ id }) => id)).toEqual(facts.map(({ id }) => id))
  expect(again[0]?.computed_at).toEqual(new Date(86_400_000))
})

test('what is said of tracks is in the values or in the subject, with a licence; ids do not change from one time to the next', async () => {
  const ids = (await database.db.selectFrom('tracks').select('id').orderBy('id').limit(2_000).execute()).map(({ id }) => id)
  const found = await findTrackFacts(database.db, ids)
  expect(found.size).toBe(ids.length)
  const all = [...found.values()].flat()
  for (const { statement, values, subject, source } of all) {
    for (const [, quoted = ''] of statement.matchAll(/“([^”]*)”(?=[ ,.])/g))
      expect(JSON.stringify([subject, Object.values(values)])).toContain(JSON.stringify(quoted).slice(1, -1))
    expect(source.licence).toBe('CC-BY-SA-4.0')
  }
  expect(idsOf([...(await findTrackFacts(database.db, ids)).values()].flat())).toEqual(idsOf(all))
})

test('remixes are remixes, not mixes, edits or parts for one', () => {
  const titles = facts.filter(({ property }) => property === 'remix-of').map(({ values }) => String(values['title']))
  expect(titles.length).toBeGreaterThan(150)
  for (const title of titles) expect(title).toMatch(/\b(remix|rmx)\b[^()[\]]*[)\]]$/i)
  expect(titles.filter((title) => /original mix|radio edit|stems|contest/i.test(title))).toEqual([])
})

test('names within longer credits', () => {
  expect([...collaborators(['Ada & Ben', 'Cy feat. Dee', 'Eve', 'Fay x Gus', 'Ada'])].toSorted()).toEqual(['ada', 'ben', 'cy', 'dee', 'fay', 'gus'])
})
