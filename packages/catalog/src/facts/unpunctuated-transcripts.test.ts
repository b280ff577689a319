import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importRecognised } from '../__fixtures__/import-recognised.js'
import { recognisedTranscript } from '../__fixtures__/recognised-transcript.js'
import { findTranscriptPassages } from '../index.js'
import { cutAtPauses, isUnpunctuated } from './cut-at-pauses.js'
import type { SegmentText } from './cut-passages.js'
import { findMisheard } from './sounds-like-name.js'
import { splitSentences } from './split-sentences.js'

const spoken = recognisedTranscript(90, 7)
  .cues.map(({ text }) => text)
  .join(' ')

/** As a recogniser without punctuation has it: small letters, no stops, a few words a cue, and a breath behind each sentence. */
function unpunctuated(breathMs: number): readonly SegmentText[] {
  const cues: SegmentText[] = []
  let at = 0
  for (const { text } of splitSentences(spoken)) {
    const words = text
      .toLowerCase()
      .replaceAll(/[.,!?;:]/gu, '')
      .split(' ')
    for (let index = 0; index < words.length; index += 6) {
      const some = words.slice(index, index + 6)
      cues.push({ startMs: at, endMs: at + some.length * 380, text: some.join(' '), speaker: null })
      at += some.length * 380
    }
    at += breathMs
  }
  return cues
}

const clock = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(11, 23)
const vtt = (cues: readonly SegmentText[]): string =>
  ['WEBVTT', ...cues.map(({ startMs, endMs, text }) => `${clock(startMs ?? 0)} --> ${clock(endMs ?? 0)}\n${text}`)].join('\n\n')

const cues = unpunctuated(450)
const said = cues.map(({ text }) => text).join(' ')
let database: TestDatabase
let episodeId: string
beforeAll(async () => {
  database = await createTestDatabase()
  episodeId = await importRecognised(database.db, 'ninety.vtt', vtt(cues), clock(cues.at(-1)?.endMs ?? 0).slice(0, 8))
})
afterAll(async () => await database[Symbol.asyncDispose]())

async function quotes(terms: readonly string[], spoilerFree: boolean, limit: number) {
  const found = (await findTranscriptPassages(database.db, [{ episodeId, terms }], { limit, spoilerFree })).get(episodeId) ?? []
  return found.map(({ values }) => values as { quote: string; startMs: number; endMs: number; cutAt?: string })
}

describe('ninety minutes of a recogniser without punctuation', () => {
  test('is told from one that writes sentences', () => {
    expect(isUnpunctuated(cues)).toBe(true)
    expect(isUnpunctuated([{ startMs: 0, endMs: 1, text: spoken, speaker: null }])).toBe(false)
  })

  test('is quoted literally, in few words, between two breaths, from the first third', async () => {
    const found = await quotes(['self-hosting'], true, 20)
    expect(found.length).toBeGreaterThan(3)
    const starts = new Set(cues.flatMap((cue, index) => (index === 0 || cue.startMs !== cues[index - 1]?.endMs ? [cue.startMs] : [])))
    for (const { quote, startMs, endMs, cutAt } of found) {
      expect(said).toContain(quote)
      expect(quote.split(' ').length).toBeLessThanOrEqual(26)
      expect(starts.has(startMs)).toBe(true)
      expect(cues.some((cue, index) => cue.endMs === endMs && cues[index + 1]?.startMs !== endMs)).toBe(true)
      expect(endMs).toBeLessThanOrEqual((cues.at(-1)?.endMs ?? 0) / 3)
      expect(cutAt).toBe('pauses')
    }
  })

  test('has no name in its quotes that the recogniser misheard', async () => {
    const found = (await quotes([], false, 400)).map(({ quote }) => quote)
    expect(said).toMatch(/brand gervase/u)
    expect(said).toMatch(/cooper netties/u)
    expect(found.length).toBeGreaterThan(50)
    expect(found.filter((quote) => /gervase|cooper netties|gearling|jervais|brendt/u.test(quote))).toEqual([])
  })

  test('is cut where cues end if no breath was kept, and never in the middle of a phrase', () => {
    const passages = cutAtPauses(unpunctuated(0))
    expect(passages.length).toBeGreaterThan(20)
    for (const { text } of passages) expect(text).not.toMatch(/^(?:and|of|to|is)\b|\b(?:the|of|to|and|is|a)$/u)
  })
})

describe('a misheard name', () => {
  const misheard = findMisheard(['We ask Brent Gervais about Kubernetes and plain backups.'], ['Jeff Geerling'])

  test.each([
    ['then jervase told us', ['jervase']],
    ['it runs cooper netties now', ['coopernetties']],
    ['geoff gearling builds clusters', ['gearling']],
    ['gervais and geerling like plain backups', []],
  ])('of %j', (text, found) => expect(misheard(text)).toEqual(found))
})
