import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadConfig, parseEnvironment } from '@linernotes/configuration'
import { openDj, type DjSegment } from '@linernotes/dj'
import { ensureListener, recordListens } from '@linernotes/listening'
import { findEvidence, importSample, openPlatform, type Platform } from '@linernotes/serving'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FakeClock } from './fake-clock.js'
import { passFakeTime } from './pass-time.js'
import { runSessions } from './run-sessions.js'

const root = path.resolve(import.meta.dirname, '..', '..', '..', '..')
const signal = new AbortController().signal
const FIRST_YEAR = 2014
const LAST_YEAR = 2025
const isGap = (year: number): boolean => year >= 2018 && year <= 2022

/** Twelve years of listening with five silent ones in the middle, and forty talks of the house narrator to that listener. */
describe('a listener with twelve years of history and a gap', () => {
  let directory: string
  let platform: Platform
  let listenerId: string
  let segments: readonly DjSegment[]
  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'ln-long-'))
    const environment = parseEnvironment({ LINERNOTES_DATA_DIR: directory }, root)
    if (!environment.ok) throw new Error(environment.problems.join('; '))
    const clock = new FakeClock(Date.UTC(2026, 11, 1))
    const order = ['house-narrator']
    const config = { ...(await loadConfig(environment.environment)), narratives: {}, order: { track: order, episode: order } }
    platform = await openPlatform({
      dataDirectory: directory,
      modelsDirectory: directory,
      rootDirectory: root,
      config,
      now: clock.now,
      fetch,
      log: () => undefined,
      signal,
    })
    const { db } = platform.database
    await importSample({ db, now: clock.now, signal }, path.join(root, 'data'), { onStep: () => undefined, onlyIntoEmpty: true })
    listenerId = (await ensureListener(db, { externalId: 'long', synthetic: true })).id
    const { rows } = await sql<{ id: string }>`
      select t.id from tracks t join releases r on r.id = t.release_id where t.duration_ms between 120000 and 400000 order by md5(t.id) limit 240`.execute(db)
    const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, offset) => FIRST_YEAR + offset).filter((year) => !isGap(year))
    const listens = years.flatMap((year, number) =>
      rows.slice(number * 20, number * 20 + 60).flatMap(({ id: itemId }, place) =>
        Array.from({ length: 1 + ((place * 7) % 9) }, (_, play) => ({
          itemId,
          playedAt: new Date(Date.UTC(year, (place + play) % 12, 1 + ((place * 3 + play) % 27), 8 + (play % 12), place % 60)),
          playedMs: 119_000,
        })),
      ),
    )
    await recordListens(db, listenerId, listens, { now: clock.now })
    await using dj = await openDj({
      platform,
      speaker: null,
      understand: async () => ({ operations: [], understood: [], refused: [] }),
      now: clock.now,
      random: () => 0.5,
      after: clock.after,
      log: () => undefined,
    })
    const { passTime, movedAt } = passFakeTime(clock, () => 0)
    const plan = { transitions: 40, perSession: 40, listenerIds: [listenerId], seed: 11, provider: null, steerEvery: 0, onTransition: () => undefined, signal }
    segments = (await runSessions(dj, plan, movedAt, passTime)).transitions.map(({ segment }) => segment)
  }, 240_000)
  afterAll(async () => {
    await platform[Symbol.asyncDispose]()
    await rm(directory, { recursive: true, force: true })
  })

  const talks = () => segments.flatMap(({ talk }) => (talk?.type === 'narrative' ? [talk] : []))
  const facts = async () => [
    ...(
      await findEvidence(
        platform.database.db,
        talks().flatMap(({ evidenceIds }) => evidenceIds),
      )
    ).values(),
  ]

  it('is told how often they played somebody, as anybody can count it again, and of no year in the gap', async () => {
    const counted = (await facts()).filter(({ property }) => property === 'artist-plays')
    expect(counted.length).toBeGreaterThan(5)
    for (const { values } of counted) {
      const { artist, plays } = values
      const year = typeof values['year'] === 'number' ? values['year'] : null
      expect(year !== null && isGap(year)).toBe(false)
      const { rows } = await sql<{ plays: number }>`
        select count(*)::int as plays from listens l
        where l.item_id in (select c.track_id from track_artists c join artists a on a.id = c.artist_id where a.name = ${String(artist)})
          and l.listener_id = ${listenerId} and (${year}::int is null or extract(year from l.played_at) = ${year}::int)`.execute(platform.database.db)
      expect({ artist, year, plays: rows[0]?.plays }).toEqual({ artist, year, plays })
    }
  })

  it('hears of first and last plays on the days that they were', async () => {
    const dated = (await facts()).filter(({ property }) => property === 'artist-first-play' || property === 'artist-last-play')
    for (const { property, statement, values } of dated) {
      const { rows } = await sql<{ first: Date; last: Date }>`
        select min(l.played_at) as first, max(l.played_at) as last from listens l join track_artists c on c.track_id = l.item_id join artists a on a.id = c.artist_id
        where l.listener_id = ${listenerId} and a.name = ${String(values['artist'])}`.execute(platform.database.db)
      const day = property === 'artist-first-play' ? rows[0]?.first : rows[0]?.last
      expect(isGap(new Date(day ?? 0).getUTCFullYear())).toBe(false)
      expect(statement).toContain(String(new Date(day ?? 0).getUTCFullYear()))
    }
  })

  it('hears nothing twice, of different years of theirs, and never more than 45 words', async () => {
    const texts = talks().map(({ text }) => text)
    expect(texts.length).toBeGreaterThan(20)
    expect(new Set(texts).size).toBe(texts.length)
    for (const text of texts) expect(text.split(/\s+/u).length).toBeLessThanOrEqual(45)
    const years = new Set(
      (await facts()).flatMap(({ property, values }) => (property === 'artist-plays' && typeof values['year'] === 'number' ? [values['year']] : [])),
    )
    expect(years.size).toBeGreaterThan(2)
  })
})
