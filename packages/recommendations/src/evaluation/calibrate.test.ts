import { array, assert, double, integer, nat, property, record, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compressRows } from '../model/compressed-rows.js'
import { calibrate } from './calibrate.js'
import { calibrationKl, TagMix } from './measures/tag-mix.js'

/** Items 0 to 5 are romance, 6 to 8 action, 9 is both, 10 is untagged. */
const tagged = [0, 0, 0, 0, 0, 0, 1, 1, 1]
const mix = new TagMix(compressRows(11, 2, { rows: [...tagged.keys(), 9, 9], columns: [...tagged, 0, 1], values: Array(11).fill(1) }))
const ranked = Uint32Array.of(0, 1, 2, 10, 3, 4, 5, 6, 7, 8)
const history = Float64Array.of(0.7, 0.3)

describe('calibration', () => {
  it("keeps Steck's 70 to 30 where the scores alone would give 100 to 0, and the order in which the items were given", () => {
    const list = calibrate(ranked, { history, mix, strength: 0.9, length: 7 })
    expect(list).toHaveLength(7)
    expect(list.filter((item) => tagged[item] === 1)).toEqual(Uint32Array.of(6, 7))
    expect([...list]).toEqual([...list].toSorted((left, right) => ranked.indexOf(left) - ranked.indexOf(right)))
  })

  it('changes nothing at strength 0, or where nothing is known of the history', () => {
    expect(calibrate(ranked, { history, mix, strength: 0, length: 4 })).toEqual(Uint32Array.of(0, 1, 2, 10))
    expect(calibrate(ranked, { history: null, mix, strength: 1, length: 4 })).toEqual(Uint32Array.of(0, 1, 2, 10))
  })

  it('takes what there is where there is less than asked for', () => {
    expect(calibrate(Uint32Array.of(6, 0), { history, mix, strength: 0.5, length: 9 })).toEqual(Uint32Array.of(6, 0))
    expect(calibrate(new Uint32Array(0), { history, mix, strength: 0.5, length: 9 })).toEqual(new Uint32Array(0))
  })
})

/** Items with up to four of six tags, a history of some of the items. */
const worlds = record({
  items: array(uniqueArray(nat(5), { maxLength: 4 }), { minLength: 2, maxLength: 25 }),
  listened: uniqueArray(nat(24), { minLength: 1, maxLength: 6 }),
  strength: double({ min: 0.01, max: 0.99, noNaN: true }),
  length: integer({ min: 1, max: 8 }),
})

function open({ items, listened }: { readonly items: readonly (readonly number[])[]; readonly listened: readonly number[] }) {
  const cells = items.flatMap((tags, item) => tags.map((tag) => [item, tag] as const))
  const all = new TagMix(compressRows(items.length, 6, { rows: cells.map(([item]) => item), columns: cells.map(([, tag]) => tag), values: cells.map(() => 1) }))
  const own = all.of(Uint32Array.from(listened.filter((item) => item < items.length)))
  const order = Uint32Array.from(items.keys())
  return { all, own, order }
}

describe('whatever the items', () => {
  it('picks some of those given, each once, in their order', () => {
    assert(
      property(worlds, (world) => {
        const { all, own, order } = open(world)
        const list = [...calibrate(order, { history: own, mix: all, strength: world.strength, length: world.length })]
        expect(list).toHaveLength(Math.min(world.length, order.length))
        expect(list).toEqual([...new Set(list)].toSorted((left, right) => left - right))
      }),
    )
  })

  it('picks each time what the definition says, computed anew for every candidate', () => {
    assert(
      property(worlds, (world) => {
        const { all, own, order } = open(world)
        const { strength, length } = world
        const list = calibrate(order, { history: own, mix: all, strength, length })
        expect(Array.from(list)).toEqual(own === null ? Array.from(order.slice(0, length)) : slowly(all, own, order.length, strength, length))
      }),
    )
  })
})

/** Greedy by the definition. */
function slowly(all: TagMix, own: Float64Array, count: number, strength: number, length: number): readonly number[] {
  const picked: number[] = []
  const waiting = Array.from({ length: count }, (_, item) => item)
  while (picked.length < length && waiting.length > 0) {
    const worths = waiting.map((item) => {
      const shown = all.of(Uint32Array.from([...picked, item])) ?? new Float64Array(all.tagCount)
      return (1 - strength) / (item + 1) - strength * calibrationKl(own, shown)
    })
    const most = Math.max(...worths)
    // Rounding may part what is equal.
    const chosen = worths.findIndex((worth) => worth > most - 1e-12)
    picked.push(...waiting.splice(chosen, 1))
  }
  return picked.toSorted((left, right) => left - right)
}
