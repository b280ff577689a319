import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TalkKind } from '../session.js'
import { chooseTalk } from './choose-talk.js'
import { isBare, skeletonOf } from './skeleton.js'
import type { TalkIdea } from './talk-idea.js'
import { nothingSaid, remembering, type TalkMemory } from './talk-memory.js'

const kinds = ['why', 'fact', 'callback', 'echo', 'bridge', 'introduction'] as const
const idea = fc.record({
  kind: fc.constantFrom(...kinds),
  keys: fc.uniqueArray(fc.nat(60).map(String), { minLength: 1, maxLength: 3 }),
  worth: fc.double({ min: 0.1, max: 2, noNaN: true }),
})
const ideas = fc.array(idea, { maxLength: 8 }).map((list): TalkIdea[] => list.map((one) => ({ ...one, reason: 'exploration', evidence: [] })))

/** What a session says that is offered these ideas, item after item. */
function say(offers: readonly (readonly TalkIdea[])[], seed: number): { readonly said: readonly (TalkIdea | null)[]; readonly memory: TalkMemory } {
  let memory = nothingSaid
  const said = offers.map((offer, position) => {
    const chosen = chooseTalk(offer, memory, seed, position)
    memory = remembering(memory, chosen?.kind ?? 'silence', chosen === null ? null : { told: chosen.keys, text: '', phrases: [] })
    return chosen
  })
  return { said, memory }
}

describe('what is said', () => {
  it('is no fact twice, no callback within three talks of another, and never six talks in a row', () => {
    fc.assert(
      fc.property(fc.array(ideas, { maxLength: 40 }), fc.nat(), (offers, seed) => {
        const { said, memory } = say(offers, seed)
        const told = said.flatMap((one) => one?.keys ?? [])
        expect(new Set(told).size).toBe(told.length)
        const talks = said.flatMap((one) => (one === null ? [] : [one.kind]))
        const soon = talks.filter((kind, index) => kind === 'callback' && talks.slice(index + 1, index + 4).includes('callback'))
        expect(soon).toEqual([])
        const rows = memory.kinds.map((kind: TalkKind) => (kind === 'silence' ? ' ' : 'x')).join('')
        expect(rows).not.toContain('xxxxxx')
      }),
    )
  })

  it('is the same for the same seed', () => {
    fc.assert(
      fc.property(fc.array(ideas, { maxLength: 20 }), fc.nat(), (offers, seed) => {
        expect(say(offers, seed)).toEqual(say(offers, seed))
      }),
    )
  })

  it('is nothing where there is nothing to say', () => {
    expect(chooseTalk([], nothingSaid, 1, 0)).toBeNull()
  })
})

describe('the skeleton of a sentence', () => {
  const facts = [{ values: { artist: 'Gorowski', title: 'two', label: 'WM Recordings', month: '2017-10' } }] as unknown as Parameters<typeof skeletonOf>[1]

  it('is the same whatever names and numbers are in it', () => {
    expect(skeletonOf('You played Gorowski 24 times in October 2017.', facts)).toBe('you played _ # times in #.')
    expect(skeletonOf('You played Gorowski twice in May 2020.', facts)).toBe('you played _ # in #.')
  })

  it('of a name alone is bare', () => {
    expect(isBare(skeletonOf('“two”.', facts))).toBe(true)
    expect(isBare(skeletonOf('Here is “two”.', facts))).toBe(false)
  })
})
