import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importRecognised } from '../__fixtures__/import-recognised.js'
import { recognisedTranscript } from '../__fixtures__/recognised-transcript.js'
import { findTranscriptPassages } from '../index.js'
import { cutPassages } from './cut-passages.js'
import { rankPassages } from './rank-passages.js'
import { checkNames, isKnownSpeaker, isMachineMade } from './unconfirmed-names.js'

const { cues, srt } = recognisedTranscript(90, 7)
const spoken = cues.map(({ text }) => text).join(' ')
let database: TestDatabase
let episodeId: string
beforeAll(async () => {
  database = await createTestDatabase()
  episodeId = await importRecognised(database.db, 'ninety.srt', srt, '01:30:00')
})
afterAll(async () => await database[Symbol.asyncDispose]())

async function quotes(
  terms: readonly string[],
  spoilerFree: boolean,
  limit = 6,
): Promise<readonly { quote: string; startMs: number; endMs: number; position: number }[]> {
  const found = (await findTranscriptPassages(database.db, [{ episodeId, terms }], { limit, spoilerFree })).get(episodeId) ?? []
  return found.map(({ values }) => values as { quote: string; startMs: number; endMs: number; position: number })
}

describe('ninety minutes that a recogniser wrote', () => {
  test('is what it says: broken names, doubled words, an answer at the end', () => {
    expect(spoken).toMatch(/Cooper Netties/u)
    expect(spoken).toMatch(/Brand Gervase/u)
    expect(spoken).toMatch(/\b(\w+) \1\b/u)
    expect(spoken).toMatch(/Self-hosting is dead/u)
    expect(isMachineMade(cues.map((cue) => ({ ...cue, speaker: null })))).toBe(true)
  })

  test('is quoted literally, on the topic, from the first third', async () => {
    const found = await quotes(['self-hosting'], true)
    expect(found.length).toBeGreaterThan(0)
    for (const { quote, startMs, endMs, position } of found) {
      expect(spoken).toContain(quote)
      expect(quote).toMatch(/self-hosting/iu)
      expect(endMs).toBeLessThanOrEqual(30 * 60_000)
      expect(startMs).toBeLessThan(endMs)
      expect(position).toBeLessThan(1 / 3)
    }
    expect((await quotes(['self-hosting'], false, 60)).some(({ startMs }) => startMs > 60 * 60_000)).toBe(true)
  })

  test('is quoted with no name that nobody wrote down, and no word said twice', async () => {
    const found = await quotes([], false, 400)
    expect(found.length).toBeGreaterThan(50)
    const all = found.map(({ quote }) => quote).join('\n')
    expect(all).not.toMatch(/Brand|Gervase|Cooper|Netties|Gearling|Jervais|Brendt/u)
    expect(all).not.toMatch(/\b(?!that|had|very|really|so|no)(\w+) \1\b/iu)
    expect((await quotes(['Kubernetes', 'Wireguard'], false, 400)).some(({ quote }) => /Wireguard/u.test(quote))).toBe(true)
  })

  test('offers several sentences at once, none of them twice', async () => {
    const found = await quotes(['archive', 'backup'], false, 100)
    expect(found.some(({ quote }) => /\. \p{Lu}/u.test(quote))).toBe(true)
    const starts = found.toSorted((left, right) => left.startMs - right.startMs)
    for (const [index, { endMs }] of starts.entries()) expect(starts[index + 1]?.startMs ?? Infinity).toBeGreaterThanOrEqual(endMs - 2_900)
  })
})

test('names near to somebody’s are misheard, names that stand elsewhere are not, and names at the start of a sentence are seen only in pairs', () => {
  const names = checkNames(['Home Rack', 'Kubernetes at home', 'Jeff Geerling', 'Zoë Müller'], ['Jeff Geerling', 'Zoë Müller'])
  expect(names.unconfirmed('I met Jeff Gearling at home.')).toEqual(['Gearling'])
  expect(names.unconfirmed('the talk of jeff gearling was short')).toEqual(['gearling'])
  expect(names.unconfirmed('Kubernetes is what Jeff’s cluster runs on Monday, and Zoe Muller agrees.')).toEqual([])
  expect(names.unconfirmed('Cooper Netties runs at home.')).toEqual(['Cooper', 'Netties'])
  expect(names.unconfirmed('Backups matter.')).toEqual([])
})

test('a speaker is known who is in the notes, and everybody where nobody is', () => {
  const people = ['Nick Sweeting', 'Zoë Müller']
  expect(['Nick Sweeting', 'Nick', 'Zoe Muller', 'Nick Sweating', 'SPEAKER_03', 'Nick Jones'].map((name) => isKnownSpeaker(name, people))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
  expect(isKnownSpeaker('Nick Sweating', [])).toBe(true)
})

/** Processor time for finding passages in so much speech, in microseconds. */
function work(minutes: number): number {
  const segments = recognisedTranscript(minutes, 3).cues.map((cue) => ({ ...cue, speaker: null }))
  const begun = process.cpuUsage()
  for (let round = 0; round < 3; round++) rankPassages(cutPassages(segments), ['self-hosting', 'archive'], 6)
  const { user, system } = process.cpuUsage(begun)
  return user + system
}

test('six times the length takes no more than some twelve times the work', () => {
  work(60)
  const [hour, sixHours] = [work(60), work(360)]
  expect(sixHours / hour).toBeLessThan(12)
  // A generous bound on three rounds over six hours of speech.
  expect(sixHours / 1_000).toBeLessThan(6_000)
})
