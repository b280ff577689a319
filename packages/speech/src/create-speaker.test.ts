import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeSpeech } from './__fixtures__/fake-provider.js'
import { createSpeaker, type CreateSpeakerOptions } from './create-speaker.js'
import { SpeechError } from './speech-error.js'
import type { SpeechProvider } from './speech-provider.js'

let cacheDirectory: string
let clock = 1_000_000_000_000
beforeEach(async () => {
  cacheDirectory = await mkdtemp(path.join(tmpdir(), 'linernotes-speech-'))
})
afterEach(() => rm(cacheDirectory, { recursive: true }))

const signal = new AbortController().signal
const say = { language: 'en', signal }
const speakerOf = (providers: readonly SpeechProvider[], options: Partial<CreateSpeakerOptions> = {}) =>
  createSpeaker({ providers, cacheDirectory, deadlineMs: 500, mostBytes: 50_000_000, now: () => clock, log: () => undefined, ...options })
const failing = (key: string, error: () => unknown): SpeechProvider =>
  fakeSpeech({
    key,
    speak: () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(error() as Error) }) }),
  })

describe('a speaker', () => {
  it('speaks a text once, keeps sound and captions, and finds them again, also after a restart', async () => {
    const provider = fakeSpeech()
    const speaker = speakerOf([provider])
    const first = await speaker.say('Hello there. Altwide.', say)
    if (first.type !== 'spoken') throw new Error(first.reason)
    expect(first).toMatchObject({ provider: 'fake', mimeType: 'audio/wav', durationMs: 1_260, disclosure: 'Synthetic voice, Fake', captionTimes: 'measured' })
    expect(await readFile(first.captionsFile, 'utf8')).toContain('Hello there. Altwide.')
    expect(await speaker.say('Hello there. Altwide.', say)).toEqual(first)
    expect(await speakerOf([fakeSpeech()]).find(first.id)).toEqual(first)
    expect(provider.spoken.length).toBe(1)
  })

  it('speaks once for a hundred who ask at the same time', async () => {
    const provider = fakeSpeech()
    const speaker = speakerOf([provider])
    const all = await Promise.all(Array.from({ length: 100 }, () => speaker.say('The same.', say)))
    expect(new Set(all.map((spoken) => JSON.stringify(spoken))).size).toBe(1)
    expect(provider.spoken.length).toBe(1)
  })

  it('lets one who asked leave, and the other hear it', async () => {
    const speaker = speakerOf([fakeSpeech()])
    const leaving = new AbortController()
    const reason = new Error('enough')
    const both = [speaker.say('The same.', { ...say, signal: leaving.signal }), speaker.say('The same.', say)] as const
    setTimeout(() => leaving.abort(reason), 1)
    await expect(both[0]).rejects.toBe(reason)
    expect(await both[1]).toMatchObject({ type: 'spoken' })
  })

  it('asks the next provider where one fails, and leaves that one alone for a while', async () => {
    let calls = 0
    const bad = failing('bad', () => {
      calls += 1
      return new SpeechError('rate-limited', 'too many', { retryAfterMs: 60_000 })
    })
    const speaker = speakerOf([bad, fakeSpeech()])
    for (const text of ['One.', 'Two.']) expect(await speaker.say(text, say)).toMatchObject({ type: 'spoken', provider: 'fake' })
    clock += 59_000
    await speaker.say('Three.', say)
    expect(calls).toBe(1)
    clock += 2_000
    await speaker.say('Four.', say)
    expect(calls).toBe(2)
  })

  it.each([
    [
      'hangs',
      () => fakeSpeech({ speak: () => ({ [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }) }) }),
      'fake: it took longer than 500 ms',
    ],
    ['throws', () => failing('bad', () => new TypeError('x')), 'bad: it failed unexpectedly'],
    [
      'is no whole sound',
      () =>
        fakeSpeech({
          parts: () => [
            { type: 'speech-start', mimeType: 'audio/wav', voice: 'x' },
            { type: 'speech-end', durationMs: 5 },
          ],
        }),
      'fake: its sound is no whole audio/wav',
    ],
    ['speaks another language', () => fakeSpeech(), 'fake speaks no de'],
  ])('says why nobody speaks where the only provider %s', async (what, provider, reason) => {
    const spoken = await speakerOf([provider()]).say('Hallo.', { ...say, language: what.endsWith('language') ? 'de' : 'en' })
    expect(spoken).toEqual({ type: 'not-spoken', reason })
    expect(await readdir(cacheDirectory)).toEqual([])
  })

  it('speaks nothing that has no sound, nothing endless, and nothing without a provider', async () => {
    const speaker = speakerOf([fakeSpeech()])
    expect(await speaker.say('\u0000\u202E \u200B', say)).toMatchObject({ type: 'not-spoken' })
    expect(await speaker.say('x'.repeat(2_001), say)).toMatchObject({ type: 'not-spoken' })
    expect(await speakerOf([]).say('Hello.', say)).toMatchObject({ type: 'not-spoken', reason: 'no provider of speech is configured' })
    expect(await speakerOf([]).silence({ signal })).toBe('no provider of speech is configured')
  })

  it('hands no control, format or private characters to a provider', async () => {
    const provider = fakeSpeech()
    await speakerOf([provider]).say('a\u0000b\u202Ec\uE000d \uD83D e', say)
    expect(provider.spoken[0]?.text).toBe('a b c d e')
  })
})

describe('what is kept', () => {
  it('is never half of one: a part that a killed process left is nothing, and goes later', async () => {
    const speaker = speakerOf([fakeSpeech()])
    const spoken = await speaker.say('Hello.', say)
    if (spoken.type !== 'spoken') throw new Error(spoken.reason)
    // Killed after the sound, before the record.
    await rm(spoken.audioFile.replace(/wav$/, 'json'))
    await writeFile(`${spoken.audioFile}.x.part`, 'half')
    expect(await speaker.find(spoken.id)).toBeNull()
    const long = new Date(clock - 3_600_000)
    await utimes(`${spoken.audioFile}.x.part`, long, long)
    // The next process finds it.
    expect(await speakerOf([fakeSpeech()]).say('Hello.', say)).toEqual(spoken)
    expect((await readdir(cacheDirectory)).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it.each([
    ['no JSON', '{'],
    ['another shape', '{"mimeType":"text/html"}'],
  ])('is written anew where its record is %s', async (_what, record) => {
    const speaker = speakerOf([fakeSpeech()])
    const spoken = await speaker.say('Hello.', say)
    if (spoken.type !== 'spoken') throw new Error(spoken.reason)
    await writeFile(spoken.audioFile.replace(/wav$/, 'json'), record)
    expect(await speaker.find(spoken.id)).toBeNull()
    expect(await speaker.say('Hello.', say)).toEqual(spoken)
  })

  it('stays below its limit: what was unused for longest goes, and what is asked for stays', async () => {
    const speaker = speakerOf([fakeSpeech()], { mostBytes: 250_000 })
    const ids: string[] = []
    for (let index = 0; index < 6; index += 1) {
      clock += 1_000
      const spoken = await speaker.say(`${'Words '.repeat(10)}${index}`, say)
      if (spoken.type === 'spoken') ids.push(spoken.id)
      clock += 1_000
      await speaker.find(ids[0]!)
    }
    const sizes = await Promise.all((await readdir(cacheDirectory)).map(async (name) => (await stat(path.join(cacheDirectory, name))).size))
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250_000)
    expect(await speaker.find(ids[0]!)).not.toBeNull()
    expect(await speaker.find(ids[1]!)).toBeNull()
    expect(await speaker.find(ids.at(-1)!)).not.toBeNull()
  })

  it('is below its limit again within a hundred texts where another process keeps files in the same folder', async () => {
    const speaker = speakerOf([fakeSpeech()], { mostBytes: 1_000_000 })
    await speaker.say('One.', say)
    await writeFile(path.join(cacheDirectory, `${'b'.repeat(32)}.wav`), Buffer.alloc(5_000_000))
    const isThere = async (): Promise<boolean> => (await readdir(cacheDirectory)).some((name) => name.startsWith('bbb'))
    let texts = 0
    for (; texts < 100 && (await isThere()); texts += 1) await speaker.say(`Text ${texts}.`, say)
    expect(await isThere()).toBe(false)
    // Not at each text: that would be thousands of looks at files for one.
    expect(texts).toBeGreaterThan(5)
  })

  it('is found by its own ids only', async () => {
    const speaker = speakerOf([fakeSpeech()])
    for (const id of ['../../etc/passwd', '', 'x'.repeat(32), randomBytes(16).toString('hex'), `${'a'.repeat(32)}\0`]) expect(await speaker.find(id)).toBeNull()
  })
})
