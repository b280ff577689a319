import type { FactProperty, NarrativeFact } from '@linernotes/narrative-sdk'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { facts, request } from './__fixtures__/requests.js'
import { readNarrative } from './__fixtures__/read-narrative.js'
import { createHouseNarrator } from './provider.js'

const narrator = createHouseNarrator({ callbacks: true })
type Extra = readonly [FactProperty, NarrativeFact['values']]

const hostile = [
  '',
  '!',
  ' !!',
  ' (7" FunkEdit)',
  ' 🎧',
  '\u0000\u0007',
  '\u202e',
  ' “live”',
  "'s",
  ' & Co.',
  ' https://evil.example/x',
  ' <b>x</b>',
  ' [a](b)',
  '?',
  ' ...',
  '\n\n',
]
/** Names that are unlike each other and unlike any phrase, with something nasty at the end. */
const name = (mark: string) => fc.tuple(fc.stringMatching(/^[a-z]{3,7}$/u), fc.constantFrom(...hostile)).map(([core, tail]) => `${mark}x${core}${tail}`)
const count = fc.oneof(fc.integer({ min: 1, max: 999 }), fc.constantFrom(0, 1, 2, 10, 11, 1204))
const year = fc.integer({ min: 1950, max: 2025 })
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`)

const requests = fc
  .record({
    title: name('Qt'),
    artist: name('Qa'),
    release: name('Qr'),
    label: name('Ql'),
    anchor: name('Qn'),
    original: name('Qo'),
    tag: fc.constantFrom('downtempo', 'IDM', 'Hip Hop', 'compilation', 'live', ''),
    plays: count,
    playsYear: fc.option(year, { nil: null }),
    releaseYear: fc.option(year, { nil: null }),
    month,
    duration: fc.integer({ min: 0, max: 9_000_000 }),
    listeners: fc.option(count, { nil: null }),
    pick: fc.integer({ min: 0, max: 8 }),
    style: fc.constantFrom('blurb' as const, 'dj' as const, 'pitch' as const),
    maxWords: fc.integer({ min: 3, max: 60 }),
    seed: fc.option(fc.nat(), { nil: null }),
  })
  .map((v) => {
    const reasons: readonly (readonly Extra[])[] = [
      [],
      [['artist-plays', { artist: v.artist, plays: v.plays, year: v.playsYear }]],
      [
        ['artist-plays', { artist: v.artist, plays: v.plays, year: v.playsYear }],
        ['artist-last-play', { artist: v.artist, month: v.month }],
      ],
      [['label-plays', { label: v.label, tracks: v.plays, since: 2019 }]],
      [['tag-plays', { tag: v.tag, plays: v.plays }]],
      [['no-tag-plays', { tag: v.tag }]],
      [['shared-audience', { anchor: v.anchor, target: v.artist, listeners: v.listeners }]],
      [['few-listeners', { title: v.title, fewerThan: 10 }]],
      [['long-tracks-finished', { finished: 9, of: 10, overMinutes: 7 }]],
    ]
    const list = facts(
      ['item', { title: v.title, artist: v.artist, show: null }],
      ...(reasons[v.pick] ?? []),
      ['track-length', { title: v.title, durationMs: v.duration }],
      ['release', { title: v.title, release: v.release, year: v.releaseYear }],
      ['label', { release: v.release, label: v.label }],
      ['release-tags', { release: v.release, tags: [v.tag, 'electronic'] }],
      ['remix-of', { title: v.title, original: v.original, originalArtist: v.anchor }],
    )
    return request('any', list, { style: v.style, maxWords: v.maxWords, seed: v.seed })
  })

const strings = (fact: NarrativeFact) =>
  Object.values(fact.values)
    .flat()
    .filter((value): value is string => typeof value === 'string')
const core = (text: string) => /Q[a-z]x[a-z]+/u.exec(text)?.[0]

const pad = (value: number) => String(value).padStart(2, '0')

/** Digits that a fact lets a sentence say: its numbers, the parts of its dates, its length on a clock. */
function digitsOf(fact: NarrativeFact): string[] {
  const numbers = Object.values(fact.values).flatMap((value) => (typeof value === 'number' ? [String(value)] : []))
  const dates = strings(fact).flatMap((value) => value.match(/\d+/gu) ?? [])
  const seconds = Math.round(Number(fact.values['durationMs'] ?? 0) / 1000)
  const minutes = Math.floor(seconds / 60)
  return [...numbers, ...dates, String(minutes), String(minutes % 60), pad(minutes % 60), pad(seconds % 60), String(Math.floor(seconds / 3600))]
}

describe('for any facts', () => {
  it('keeps to the words allowed, cites only what it was given, and says no name or number of a fact that it does not cite', async () => {
    await fc.assert(
      fc.asyncProperty(requests, async (asked) => {
        const { text, sentences } = await readNarrative(narrator, asked)
        expect(text.split(/\s+/u).length).toBeLessThanOrEqual(asked.maxWords)
        for (const sentence of sentences) {
          const cited = asked.facts.filter((fact) => sentence.factIds.includes(fact.id))
          expect(cited.length).toBe(sentence.factIds.length)
          expect(cited.length).toBeGreaterThan(0)
          const names = cited.flatMap((fact) => strings(fact).map(core))
          for (const said of sentence.text.match(/Q[a-z]x[a-z]+/gu) ?? []) expect(names).toContain(said)
          const digits = cited.flatMap(digitsOf)
          const bare = sentence.text.replaceAll(/\(7" FunkEdit\)/gu, '')
          for (const said of bare.replaceAll(/(?<=\d),(?=\d{3})/gu, '').match(/\d+/gu) ?? []) expect(digits).toContain(said)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is plain text: no control characters, no links, no markup, no shouting of its own', async () => {
    await fc.assert(
      fc.asyncProperty(requests, async (asked) => {
        const { text } = await readNarrative(narrator, asked)
        expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b]/u)
        expect(text).not.toMatch(/https?:|<b>|\]\(/u)
        expect(text.replaceAll(/Q[a-z]x[a-z]+ ?!+/gu, '')).not.toContain('!')
        expect(text).toBe(text.trim())
        // A name may hold any letters: one drawn as "nulla" is no slip of the narrator.
        expect(text.replaceAll(/Q[a-z]x[a-z]+/gu, 'Q')).not.toMatch(/ {2}|\.\.(?!\.)(?<!\.\.\.)|\{|\}|undefined|null/u)
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

  it('says nothing of the listener’s past where callbacks are off', async () => {
    const discreet = createHouseNarrator({ callbacks: false })
    await fc.assert(
      fc.asyncProperty(requests, async (asked) => {
        const { sentences } = await readNarrative(discreet, asked)
        const listening = asked.facts.filter((fact) => fact.kind === 'listening').map((fact) => fact.id)
        expect(sentences.flatMap((sentence) => sentence.factIds).filter((id) => listening.includes(id))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})
