import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadConfig, parseEnvironment } from '@linernotes/configuration'
import { isSourcedFact, openDj, type DjSegment } from '@linernotes/dj'
import type { NarrativeFact, NarrativePart, NarrativeRequest } from '@linernotes/narrative-sdk'
import { groundText } from '@linernotes/narratives'
import { findEvidence, importSample, openPlatform, type Platform } from '@linernotes/serving'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FakeClock } from './fake-clock.js'
import { passFakeTime } from './pass-time.js'
import { runSessions } from './run-sessions.js'
import type { Transition } from './watch-session.js'

const root = path.resolve(import.meta.dirname, '..', '..', '..', '..')
const signal = new AbortController().signal
const environment = (directory: string) => {
  const parsed = parseEnvironment({ LINERNOTES_DATA_DIR: directory }, root)
  if (!parsed.ok) throw new Error(parsed.problems.join('; '))
  return parsed.environment
}

async function housePlugin(directory: string) {
  const config = await loadConfig(environment(directory))
  const loaded = await Promise.all(config.providers.map(async (load) => (await load()).default))
  const house = loaded.find(({ key }) => key === 'house-narrator')
  if (house === undefined) throw new Error('There is no house narrator')
  return { config, house }
}

const directories: string[] = []
const temporary = async (): Promise<string> => {
  const directory = await mkdtemp(path.join(tmpdir(), 'ln-talk-'))
  directories.push(directory)
  return directory
}
afterAll(async () => {
  for (const directory of directories) await rm(directory, { recursive: true, force: true })
})

const fact = (id: string, kind: NarrativeFact['kind'], property: string, own: NarrativeFact['values'], statement = 'It is so.'): NarrativeFact => ({
  id,
  kind,
  property,
  subject: kind === 'listening' ? 'you' : 'Drying (msc Remix)',
  statement,
  values: own,
})

async function sentencesOf(request: NarrativeRequest): Promise<{ readonly text: string; readonly factIds: readonly string[] }[]> {
  const { house } = await housePlugin(await temporary())
  const host = {
    log: () => undefined,
    fetch,
    now: () => 0,
    stateDirectory: tmpdir(),
    modelFile: async () => null,
    provider: async () => Promise.reject(new Error('none')),
  }
  await using provider = await house.create(await (house.config['~standard'].validate({}) as unknown as { value: never }).value, host)
  const found: { text: string; factIds: readonly string[] }[] = []
  let text = ''
  for await (const part of provider.narrate(request, { signal }) as AsyncIterable<NarrativePart>) {
    if (part.type === 'text-delta') text += part.text
    if (part.type === 'sentence-end') {
      found.push({ text: text.trim(), factIds: part.factIds })
      text = ''
    }
  }
  return found
}

describe('what the house narrator says of two items', () => {
  const values: Readonly<Record<string, string>> = {
    label: 'Dusted Wax Kingdom',
    record: 'Nordland Vol. 2',
    title: 'Drying (msc Remix)',
    length: '3:22',
    remixer: 'Gorowski',
    compilation: 'Tunguska Chillout Grooves',
    country: 'Iceland',
    tracks: '23',
    year: '2011',
    later: '3',
    earlier: '1',
    longer: '8:23',
    shorter: '1:36',
  }
  const requestOf = (property: 'echo' | 'bridge', shared: string, seed: number, change: object = {}): NarrativeRequest => {
    const title = 'Drying (msc Remix)'
    const pair = {
      title,
      artist: 'This Co.',
      otherTitle: shared === 'title' ? title : 'Take A Trip',
      otherArtist: 'Gorowski',
      shared,
      value: values[shared] ?? '',
      ...change,
    }
    const plays =
      property === 'echo'
        ? [fact('F2', 'listening', 'artist-plays', { artist: 'Gorowski', plays: 24, year: 2017 }, 'You played Gorowski 24 times in 2017.')]
        : []
    return {
      kind: 'track',
      style: 'dj',
      language: 'en',
      maxWords: 45,
      spoilerFree: true,
      seed,
      item: { title, by: 'This Co.' },
      reasons: [{ code: 'exploration', weight: 1, factIds: ['F1', ...plays.map(({ id }) => id)] }],
      facts: [
        fact('F0', 'catalog', 'item', { title, artist: 'This Co.', show: null }, `“${title}” is by This Co.`),
        fact('F1', 'catalog', property, pair),
        ...plays,
      ],
      passages: [],
      avoid: [],
      refusals: [],
    }
  }
  const kinds = [
    ...['label', 'record', 'title', 'length', 'remixer', 'compilation', 'country', 'tracks'].map((shared) => ['echo', shared] as const),
    ...['label', 'record', 'title', 'length', 'remixer', 'year', 'later', 'earlier', 'longer', 'shorter'].map((shared) => ['bridge', shared] as const),
  ]

  it.each(kinds)('%s of %s: every sentence stands, in whatever words', async (property, shared) => {
    for (let seed = 0; seed < 40; seed += 1) {
      const request = requestOf(property, shared, seed)
      const sentences = await sentencesOf(request)
      const verdict = groundText('', sentences, request.facts, { maxWords: 45 })
      expect({ said: sentences.map(({ text }) => text), refused: verdict.sentences.flatMap(({ refusals }) => refusals) }).toMatchObject({ refused: [] })
      expect(sentences.some(({ factIds }) => factIds.includes('F1'))).toBe(true)
    }
  })

  it.each(kinds.filter(([, shared]) => !['title', 'remixer'].includes(shared)))(
    '%s of %s: the same words do not stand on another fact',
    async (property, shared) => {
      const other =
        shared === 'later' || shared === 'earlier'
          ? '7'
          : shared === 'year'
            ? '1999'
            : shared === 'tracks'
              ? '31'
              : ['length', 'longer', 'shorter'].includes(shared)
                ? '9:59'
                : 'Somebody Else'
      for (let seed = 0; seed < 12; seed += 1) {
        const sentences = (await sentencesOf(requestOf(property, shared, seed))).filter(
          ({ text }) => text.includes(values[shared] ?? '') && !/year/u.test(text),
        )
        const changed = requestOf(property, shared, seed, { value: other })
        for (const sentence of sentences) expect({ said: sentence.text, ...groundText('', [sentence], changed.facts) }).toMatchObject({ accepted: false })
      }
    },
  )
})

describe('a long session of the house narrator', () => {
  let platform: Platform
  let segments: readonly DjSegment[]
  let transitions: readonly Transition[]
  beforeAll(async () => {
    const directory = await temporary()
    const { config } = await housePlugin(directory)
    const clock = new FakeClock(Date.UTC(2026, 11, 1))
    const order = ['house-narrator']
    const where = { dataDirectory: directory, modelsDirectory: directory, rootDirectory: root }
    platform = await openPlatform({
      ...where,
      config: { ...config, narratives: {}, order: { track: order, episode: order } },
      now: clock.now,
      fetch,
      log: () => undefined,
      signal,
    })
    await importSample({ db: platform.database.db, now: clock.now, signal }, path.join(root, 'data'), { onStep: () => undefined, onlyIntoEmpty: true })
    const { id } = await platform.database.db.selectFrom('listeners').select('id').where('external_id', '=', 'listener-170').executeTakeFirstOrThrow()
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
    const run = await runSessions(
      dj,
      { transitions: 60, perSession: 60, listenerIds: [id], seed: 3, provider: null, steerEvery: 0, onTransition: () => undefined, signal },
      movedAt,
      passTime,
    )
    transitions = run.transitions
    segments = run.transitions.map(({ segment }) => segment)
  }, 240_000)
  afterAll(() => platform[Symbol.asyncDispose]())

  const talks = () => segments.flatMap(({ talk }) => (talk?.type === 'narrative' ? [talk] : []))

  it('is ready in time, each time', () => {
    expect(transitions.filter(({ isReady }) => !isReady)).toEqual([])
  })

  it('talks, in at most 45 words, and of every kind', () => {
    expect(talks().length).toBeGreaterThan(35)
    for (const { text } of talks()) expect(text.split(/\s+/u).length).toBeLessThanOrEqual(45)
    const kinds = new Set(segments.map(({ talkKind }) => talkKind))
    expect([...kinds].toSorted()).toEqual(['bridge', 'callback', 'echo', 'fact', 'introduction', 'silence', 'why'])
  })

  it('says the same twice to nobody', () => {
    const texts = talks().map(({ text }) => text)
    expect(new Set(texts).size).toBe(texts.length)
  })

  it('states a sourced fact other than genre, year and counts of plays in at least three of ten talks', async () => {
    const evidence = await findEvidence(
      platform.database.db,
      talks().flatMap(({ evidenceIds }) => evidenceIds),
    )
    const telling = talks().filter(({ evidenceIds }) => evidenceIds.some((id) => isSourcedFact(evidence.get(id) ?? { property: 'item', values: {} })))
    expect(telling.length / talks().length).toBeGreaterThanOrEqual(0.3)
  })

  it('lets artists rest', async () => {
    const rows = await platform.database.db
      .selectFrom('track_artists')
      .select(['track_id', 'artist_id'])
      .where(
        'track_id',
        'in',
        segments.map(({ itemId }) => itemId),
      )
      .where('position', '=', 0)
      .execute()
    const artistOf = new Map(rows.map((row) => [row.track_id, row.artist_id]))
    const artists = segments.map(({ itemId }) => artistOf.get(itemId) ?? itemId)
    for (const [index, artist] of artists.entries()) expect(artists.slice(Math.max(0, index - 6), index)).not.toContain(artist)
  })
})
