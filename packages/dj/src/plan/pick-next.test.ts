import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Candidate, ItemTraits } from './candidate.js'
import { keepWished } from './keep-wished.js'
import { energyAt, isSpaced, pickNext, spacing } from './pick-next.js'
import { energyOf } from './tag-energy.js'
import { noWishes } from '../wishes.js'

const tags = fc.uniqueArray(fc.constantFrom('Ambient', 'Techno', 'Jazz', 'Punk', 'Electronic', 'Folk'), { maxLength: 3 })
const traits: fc.Arbitrary<ItemTraits> = fc
  .record({
    number: fc.nat(9_999),
    artist: fc.nat(40),
    record: fc.nat(80),
    label: fc.option(fc.constantFrom('one', 'two', 'three', 'four'), { nil: null }),
    year: fc.option(fc.integer({ min: 1960, max: 2020 }), { nil: null }),
    tags,
    durationMs: fc.option(fc.integer({ min: 30_000, max: 900_000 }), { nil: null }),
  })
  .map(({ number, artist, record, ...rest }) => ({
    itemId: `trk_${number}`,
    kind: 'track',
    title: `Title ${number}`,
    by: `Artist ${artist}`,
    byKey: `artist ${artist}`,
    release: `Record ${record}`,
    energy: energyOf(rest.tags),
    ...rest,
  }))
const candidates = fc
  .uniqueArray(traits, { selector: ({ itemId }) => itemId, minLength: 30, maxLength: 120 })
  .map((items): Candidate[] => items.map((item, index) => ({ traits: item, place: index / items.length, source: 'test', issue: async () => null })))

function planOf(list: readonly Candidate[], seed: number, length: number, energy = 0): readonly ItemTraits[] {
  const plan: ItemTraits[] = []
  for (let position = 0; position < length; position += 1) {
    const next = pickNext(list, { seed, position, before: plan, energy })
    if (next === null) break
    plan.push(next.traits)
  }
  return plan
}

const meanOf = (plan: readonly ItemTraits[]): number => {
  const known = plan.flatMap(({ energy }) => energy ?? [])
  return known.reduce((sum, energy) => sum + energy, 0) / known.length
}

describe('a plan', () => {
  it('is the same for the same seed', () => {
    fc.assert(
      fc.property(candidates, fc.nat(), (list, seed) => {
        expect(planOf(list, seed, 20)).toEqual(planOf(list.toReversed(), seed, 20))
      }),
    )
  })

  it('has nothing twice', () => {
    fc.assert(
      fc.property(candidates, fc.nat(), (list, seed) => {
        const ids = planOf(list, seed, 200).map(({ itemId }) => itemId)
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids).toHaveLength(list.length)
      }),
    )
  })

  it('keeps artists apart for as long as something else is left', () => {
    fc.assert(
      fc.property(candidates, fc.nat(), (list, seed) => {
        const plan = planOf(list, seed, 12)
        for (const [position, item] of plan.entries()) {
          const before = plan.slice(0, position)
          const close = before.slice(-spacing.by).some(({ byKey }) => byKey === item.byKey)
          const wasFree = list.some((other) => !before.some(({ itemId }) => itemId === other.traits.itemId) && isSpaced(other.traits, before))
          expect(wasFree && close).toBe(false)
        }
      }),
    )
  })

  it('is calmer where calmer is asked for', () => {
    const list = Array.from({ length: 60 }, (_, number): Candidate => {
      const own = [['Ambient'], ['Techno'], ['Punk'], ['Folk'], ['Jazz']][number % 5] ?? []
      const item: ItemTraits = {
        itemId: `trk_${number}`,
        kind: 'track',
        title: `T${number}`,
        by: `A${number}`,
        byKey: `a${number}`,
        release: null,
        label: null,
        year: 2000,
        tags: own,
        durationMs: null,
        energy: energyOf(own),
      }
      return { traits: item, place: ((number * 7) % 60) / 60, source: 'test', issue: async () => null }
    })
    expect(meanOf(planOf(list, 3, 10, -2))).toBeLessThan(meanOf(planOf(list, 3, 10, 0)))
    expect(meanOf(planOf(list, 3, 10, 2))).toBeGreaterThan(meanOf(planOf(list, 3, 10, 0)))
  })

  it('has an arc between still and driving', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(500), fc.integer({ min: -3, max: 3 }), (seed, position, steps) => {
        expect(energyAt(seed, position, steps)).toBeGreaterThanOrEqual(0)
        expect(energyAt(seed, position, steps)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('wishes', () => {
  it('that rule something out are kept, whatever else has to be given up', () => {
    fc.assert(
      fc.property(candidates, (list) => {
        const wishes = { ...noWishes, withoutTags: ['techno'], onlyTags: ['Jazz'], years: { from: 1990, to: 1990 } }
        const kept = keepWished(list, wishes)
        expect(kept.candidates.every(({ traits: { tags: own } }) => !own.includes('Techno'))).toBe(true)
        const isStrict = kept.candidates.every(({ traits: { year, tags: own } }) => year === 1990 && own.includes('Jazz'))
        expect(isStrict || kept.refused.length > 0).toBe(true)
      }),
    )
  })

  it('say in which order they are given up: the length, the tags, the years', () => {
    const wishes = { ...noWishes, onlyTags: ['Polka'], years: { from: 1990, to: 1999 }, length: { minMs: null, maxMs: 1 } }
    expect(keepWished([], wishes).refused).toEqual([
      'Too little of that length fits your other wishes: the length is left open.',
      'Too little in the catalogue is tagged Polka as wished: other tags are let in.',
      'Too little in the catalogue is from 1990 to 1999: other years are let in.',
    ])
  })

  it('a tag that stands for no energy is unknown, not medium', () => {
    expect(energyOf(['Electronic', 'Compilation'])).toBeNull()
    expect(energyOf([])).toBeNull()
    expect(energyOf(['Electronic', 'Ambient'])).toBe(energyOf(['Ambient']))
  })
})
