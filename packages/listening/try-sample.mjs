import {
  importSampleListeners,
  readTaste,
  findListener,
  artistPlays,
  artistLastPlay,
  artistFirstPlay,
  labelPlays,
  longTracksFinished,
  tasteSummary,
  showPlays,
  topicPlays,
  noTagPlays,
  attachUnmatchedListens,
} from './dist/index.js'
import { importFreemusicc } from '../catalog/dist/importers/freemusicc/import-freemusicc.js'
import * as jup from '../catalog/dist/importers/jupiter/import-jupiter.js'
import { openDatabase } from '../database/dist/index.js'
import { createTestDatabase } from '../database/dist/testing/index.js'
import { sql } from 'kysely'
import { readdirSync, mkdtempSync } from 'node:fs'
const t = process.argv[2] === 'worker' ? await openDatabase({ dataDirectory: mkdtempSync('/tmp/lnd-'), mode: 'own' }) : await createTestDatabase()
const context = { db: t.db, now: () => Date.UTC(2026, 10, 23), signal: AbortSignal.timeout(300000) }
const time = async (n, f) => {
  const s = performance.now()
  const c = process.cpuUsage()
  const r = await f()
  const u = process.cpuUsage(c)
  console.log(
    n,
    ((performance.now() - s) | 0) + 'ms cpu',
    ((u.user + u.system) / 1000) | 0,
    r && r.read !== undefined ? JSON.stringify({ ...r, problems: r.problems.slice(0, 5) }) : '',
  )
  return r
}
const data = '/work/main/data/'
await time('freemusicc', () => importFreemusicc(context, [data + 'cc-by-sa-4.0/freemusicc'], {}))
const J = data + 'cc-by-sa-4.0/jupiter/'
await time('jupiter', () =>
  Object.values(jup)[0](
    context,
    readdirSync(J)
      .filter((f) => f.endsWith('gz'))
      .map((f) => J + f),
    {},
  ),
)
await time('sample', () => importSampleListeners(context, data + 'cc0-1.0/synthetic-listeners'))
await time('again', () => importSampleListeners(context, data + 'cc0-1.0/synthetic-listeners'))
for (const who of ['ada', 'ben', 'chloe', 'listener-004', 'listener-100']) {
  const l = await findListener(t.db, { externalId: who })
  const taste = await time('taste ' + who, () => readTaste(t.db, l.id, { now: context.now }))
  console.log(l.timeZone, tasteSummary(taste))
  const by = (n) => [...taste.artists.values()].find((a) => a.name === n)?.artistId
  for (const n of ['C-Doc', 'And/Or', 'Dazie Mae', 'CM aka Creative', 'Josh Woodward']) {
    const id = by(n)
    if (id)
      console.log(
        '  ',
        artistPlays(taste, id)?.statement,
        artistPlays(taste, id, 2016)?.statement,
        artistFirstPlay(taste, id)?.statement,
        artistLastPlay(taste, id)?.statement,
      )
  }
  console.log(
    '  ',
    labelPlays(taste, 'aaahh records')?.statement,
    longTracksFinished(taste)?.statement,
    noTagPlays(taste, 'chiptune')?.statement,
    [...taste.shows.keys()].map((s) => showPlays(taste, s)?.statement),
    [...taste.topics.keys()].slice(0, 6).map((s) => topicPlays(taste, s)?.statement),
  )
}
await time('attach', () => attachUnmatchedListens(t.db))
console.log((await sql`select pg_size_pretty(pg_total_relation_size('listens')) as s, (select count(*)::int from listens) n`.execute(t.db)).rows)
await t[Symbol.asyncDispose]()
