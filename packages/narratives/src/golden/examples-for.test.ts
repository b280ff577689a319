import { createHash } from 'node:crypto'
import type { NarrativeRequest } from '@linernotes/narrative-sdk'
import { composePrompt, planPrompt } from '@linernotes/narrative-sdk/langchain'
import { sampleEpisodeRequest, sampleTrackRequest } from '@linernotes/narrative-sdk/testing'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bucketOf, familyOf } from './bucket-of.js'
import { examplesFor } from './examples-for.js'
import { factsOf } from './golden-example.js'
import { readGoldenExamples } from './read-golden-examples.js'

const set = readGoldenExamples()
const reasons = [...new Set(set.examples.flatMap(({ reason }) => reason ?? []))]
const genres = [...new Set(set.examples.flatMap((example) => example.genres))]

/** Any listener, any item: what a bucket must not depend on varies as wildly as what it does. */
const requests = fc
  .record({
    isEpisode: fc.boolean(),
    style: fc.constantFrom('blurb' as const, 'dj' as const, 'pitch' as const),
    reason: fc.option(fc.constantFrom(...reasons), { nil: null }),
    tags: fc.array(fc.constantFrom(...genres, 'polka', 'yodel'), { maxLength: 4 }),
    artist: fc.string({ minLength: 1, maxLength: 12 }),
    plays: fc.integer({ min: 1, max: 999 }),
    seed: fc.option(fc.nat(), { nil: null }),
    avoid: fc.array(fc.string({ maxLength: 20 }), { maxLength: 3 }),
    language: fc.constantFrom('en', 'en-GB', 'EN'),
  })
  .map(({ isEpisode, style, reason, tags, artist, plays, seed, avoid, language }): NarrativeRequest => {
    const base = isEpisode ? sampleEpisodeRequest : sampleTrackRequest
    const property = isEpisode ? 'episode-tags' : 'release-tags'
    const tagged = { id: 'F90', kind: 'catalog', property, subject: '', statement: `Tagged ${tags.join(', ')}.`, values: { tags } } as const
    const played = {
      id: 'F91',
      kind: 'listening',
      property: 'artist-plays',
      subject: 'you',
      statement: `You played ${artist}.`,
      values: { artist, plays },
    } as const
    const because = reason === null ? [] : [{ code: reason, weight: 0.5, factIds: ['F91'] }]
    return { ...base, style, language, seed, avoid, reasons: because, facts: [...base.facts, tagged, played] }
  })
const prefixOf = (request: NarrativeRequest, prompt = composePrompt): string =>
  createHash('sha256')
    .update(JSON.stringify(prompt.build({ ...request, examples: examplesFor(request, 5, set) }, { maxCharacters: null }).messages.slice(0, -1)))
    .digest('hex')

describe('examples for a request', () => {
  it('begin a prompt with the same bytes for every request of a bucket', () => {
    const prefixes = new Map<string, Set<string>>()
    for (const request of fc.sample(requests, { numRuns: 2000, seed: 3 })) {
      for (const prompt of [composePrompt, planPrompt]) {
        const bucket = JSON.stringify([prompt.version, bucketOf(request, set.examples)])
        prefixes.set(bucket, (prefixes.get(bucket) ?? new Set()).add(prefixOf(request, prompt)))
      }
    }
    expect(prefixes.size).toBeGreaterThan(100)
    expect(Math.max(...[...prefixes.values()].map(({ size }) => size))).toBe(1)
  })

  it('differ in the last one at most where only the genre differs', () => {
    const beginnings = new Map<string, Set<string>>()
    for (const request of fc.sample(requests, { numRuns: 500, seed: 4 })) {
      const { kind, style } = request
      const key = [kind, style, familyOf(request.reasons[0]?.code)].join(' ')
      const ids = examplesFor(request, 5, set).map(({ id }) => id)
      expect(new Set(ids).size).toBe(5)
      beginnings.set(key, (beginnings.get(key) ?? new Set()).add(ids.slice(0, 4).join(' ')))
    }
    expect(Math.max(...[...beginnings.values()].map(({ size }) => size))).toBe(1)
  })

  it('are of the kind, the style, the reason and the genre that are asked for', () => {
    const tagged = { ...sampleTrackRequest.facts[0], id: 'F9', property: 'release-tags', values: { tags: ['Electronic', 'Deep House'] } }
    const asked = { ...sampleTrackRequest, style: 'pitch' as const, reasons: [{ code: 'hidden-gem', weight: 1, factIds: [] }], facts: [tagged as never] }
    const found = examplesFor(asked, 3, set).map(({ id }) => set.examples.find((example) => example.id === id))
    expect(found.every((one) => one?.kind === 'track' && one.style === 'pitch')).toBe(true)
    expect(found.map((one) => one?.reason)).toContain('hidden-gem')
    const last = examplesFor({ ...asked, style: 'blurb', reasons: [{ code: 'same-release', weight: 1, factIds: [] }] }, 4, set).at(-1)
    expect(set.examples.find(({ id }) => id === last?.id)?.reason).toMatch(/^(?:same-|rediscovery)/u)
  })

  it('hold as many as asked for and no language but the one asked for', () => {
    for (const count of [0, 1, 2, 8]) expect(examplesFor(sampleTrackRequest, count, set)).toHaveLength(count)
    expect(examplesFor({ ...sampleTrackRequest, language: 'de' }, 5, set)).toEqual([])
    expect(examplesFor({ ...sampleEpisodeRequest, style: 'dj' }, 50, set)).toHaveLength(6)
  })

  it('have facts of a request’s shape', () => {
    const [example] = examplesFor(sampleTrackRequest, 1, set)
    expect(example?.facts[0]).toEqual({ id: 'F0', statement: expect.stringContaining('is by') })
    expect(Object.keys(example ?? {})).toEqual(['id', 'facts', 'sentences'])
    expect(set.examples.flatMap(factsOf).filter(({ kind, subject }) => kind === 'listening' && subject !== 'you')).toEqual([])
  })
})
