import { readdirSync } from 'node:fs'
import { createTestDatabase } from '@linernotes/database/testing'
import { expect, it } from 'vitest'
import { catalogImporters, findTrackFacts, refreshCountedFacts, searchCatalog } from '../index.js'
it('x', async () => {
  await using t = await createTestDatabase()
  const c = { db: t.db, now: Date.now, signal: new AbortController().signal }
  const d = '/work/shared/data/'
  const mb = ['graphbrainz_api', 'picard_ws_data'].flatMap((f) =>
    readdirSync(d + 'musicbrainz/' + f)
      .filter((n) => n.endsWith('.json'))
      .map((n) => d + 'musicbrainz/' + f + '/' + n),
  )
  const jobs: [keyof typeof catalogImporters, string[]][] = [
    ['freemusicc', [d + 'music-freemusicc/tracks.csv', d + 'music-freemusicc/releases.csv']],
    ['freemusicc', [d + 'music-freemusicc']],
    [
      'jupiter',
      readdirSync(d + 'podcasts/jupiter')
        .filter((n) => n.endsWith('.jsonl'))
        .map((n) => d + 'podcasts/jupiter/' + n),
    ],
    [
      'jupiter',
      readdirSync(d + 'podcasts/jupiter')
        .filter((n) => n.endsWith('.jsonl'))
        .map((n) => d + 'podcasts/jupiter/' + n),
    ],
    ['musicbrainz', mb],
    ['musicbrainz', mb],
    ['wikidata', [d + 'musicbrainz/wikidata-artist-attributes.tsv']],
    ['wikidata', [d + 'musicbrainz/wikidata-artist-attributes.tsv']],
  ]
  for (const [format, files] of jobs) {
    const s = performance.now()
    const r = await catalogImporters[format](c, files, {})
    console.log(JSON.stringify({ ...r, problems: r.problems.slice(0, 4) }), Math.round(performance.now() - s))
  }
  for (const table of ['artists', 'releases', 'tracks', 'track_artists', 'track_isrcs', 'facts', 'external_ids', 'episodes', 'chapters'] as const)
    console.log(
      table,
      (
        await t.db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll().as('n'))
          .executeTakeFirst()
      )?.n,
    )
  let s = performance.now()
  await refreshCountedFacts(t.db, { now: Date.now })
  console.log('counted', Math.round(performance.now() - s))
  const facts = await t.db.selectFrom('facts').selectAll().execute()
  for (const [property, group] of Map.groupBy(facts, (f) => f.property)) {
    console.log(property, group.length)
    for (const f of group.toSorted((a, b) => a.id.localeCompare(b.id)).slice(0, 5)) console.log('   ', f.statement, f.query?.slice(0, 60))
  }
  const ids = (await t.db.selectFrom('tracks').select('id').limit(50).execute()).map((r) => r.id)
  s = performance.now()
  const found = await findTrackFacts(t.db, ids)
  console.log(
    'facts of 50',
    Math.round(performance.now() - s),
    [...found.values()].slice(0, 2).map((x) => x.map((y) => y.statement)),
  )
  s = performance.now()
  console.log(await searchCatalog(t.db, 'mondeo', { kinds: ['track', 'artist'], first: 3 }), Math.round(performance.now() - s))
  expect(1).toBe(1)
}, 120000)
