import type { FactProperty, NarrativeFact } from '@linernotes/narrative-sdk'
import { createTestHost } from '@linernotes/narrative-sdk/testing'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { passage, request } from './__fixtures__/requests.js'
import { readNarrative } from './__fixtures__/read-narrative.js'
import { createPodcastNarrator } from './provider.js'

const host = await createTestHost()
const narrator = await createPodcastNarrator({ writer: null, writerMs: 5_000 }, host)
afterAll(() => host[Symbol.asyncDispose]())

const tails = ['', '!', '?', '.', ' “live”', '\u0000', '\u202e', ' https://evil.example', ' <b>x</b>', ' 🎧', ' (part 2)']
/** Names that are unlike each other and unlike any phrase. */
const name = (mark: string) => fc.tuple(fc.stringMatching(/^[a-z]{3,7}$/u), fc.constantFrom(...tails)).map(([core, tail]) => `${mark}x${core}${tail}`)
const words = fc.constantFrom(
  ...'archives backups families photos servers patience weekend Yeah, it. hello sponsor [laughs] https://x.y “quoted” disks? memory.'.split(' '),
)
const speech = fc.array(words, { maxLength: 50 }).map((list) => `Self-hosting ${list.join(' ')}.`)
const time = fc.option(fc.integer({ min: 0, max: 9_000_000 }), { nil: null })
const passages = fc.array(fc.tuple(speech, fc.option(name('Qs'), { nil: null }), time), { maxLength: 6 })
const count = fc.integer({ min: 0, max: 120 })

const requests = fc
  .record({
    passages,
    topic: name('Qt'),
    show: name('Qw'),
    guest: name('Qg'),
    chapters: fc.array(fc.tuple(name('Qc'), fc.integer({ min: 0, max: 9_000_000 })), { maxLength: 4 }),
    description: speech,
    finished: count,
    of: count,
    pick: fc.integer({ min: 0, max: 4 }),
    style: fc.constantFrom('blurb' as const, 'dj' as const, 'pitch' as const),
    maxWords: fc.integer({ min: 3, max: 60 }),
    seed: fc.option(fc.nat(), { nil: null }),
  })
  .map((v) => {
    const reasons: readonly (readonly [FactProperty, NarrativeFact['values']])[] = [
      ['topic-plays', { topic: v.topic, finished: v.finished, of: v.of }],
      ['show-plays', { show: v.show, finished: v.finished, of: v.of }],
      ['shared-audience', { anchor: v.topic, target: v.show, listeners: v.of }],
      ['few-listeners', { title: 'From chaos to clarity', fewerThan: 10 }],
    ]
    const reason = reasons[v.pick]
    const list: (readonly [FactProperty, NarrativeFact['values']])[] = [
      ...(reason === undefined ? [] : [reason]),
      ['guest', { name: v.guest }],
      ['description', { quote: v.description }],
      ...v.chapters.map(([title, startMs]) => ['chapter', { title, startMs }] as const),
    ]
    const spoken = v.passages.map(([text, speaker, startMs], index) => passage(`P${index}`, text, speaker, startMs))
    return request(list, spoken, { style: v.style, maxWords: v.maxWords, seed: v.seed })
  })

describe('for any facts', () => {
  it('keeps to the words allowed, and says no name of a fact that it does not cite', async () => {
    await fc.assert(
      fc.asyncProperty(requests, async (asked) => {
        const { text, sentences } = await readNarrative(narrator, asked)
        expect(text.split(/\s+/u).length).toBeLessThanOrEqual(asked.maxWords)
        for (const sentence of sentences) {
          const cited = [...asked.facts, ...asked.passages].filter((fact) => sentence.factIds.includes(fact.id))
          expect(cited.length).toBe(sentence.factIds.length)
          const values = cited.flatMap((fact) => Object.values(fact.values).map(String)).join('\n')
          for (const said of sentence.text.match(/Q[a-z]x[a-z]+/gu) ?? []) expect(values).toContain(said)
        }
        // A name may hold any letters: one drawn as "nulla" is no slip of the narrator.
        expect(text.replaceAll(/Q[a-z]x[a-z]+/gu, 'Q')).not.toMatch(/[\p{Cc}\u202a-\u202e]|https?:|<b>|\{|\}|undefined|null| {2}/u)
      }),
      { numRuns: 300 },
    )
  })

  it('quotes character by character what a cited fact holds', async () => {
    await fc.assert(
      fc.asyncProperty(requests, async (asked) => {
        const { sentences } = await readNarrative(narrator, asked)
        for (const sentence of sentences) {
          const cited = [...asked.facts, ...asked.passages].filter((fact) => sentence.factIds.includes(fact.id))
          const held = cited.flatMap((fact) => Object.values(fact.values).map(String)).join('\n')
          for (const [, quoted = ''] of sentence.text.matchAll(/“(Self-hosting [^”]*)”/gu)) expect(held).toContain(quoted)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same text for the same seed', async () => {
    await fc.assert(
      fc.asyncProperty(requests, async (asked) => {
        expect((await readNarrative(narrator, asked)).text).toBe((await readNarrative(narrator, asked)).text)
      }),
      { numRuns: 50 },
    )
  })
})
