import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededChance, seedOf } from './seeded-chance.js'

test('the same seed draws the same, and an item its own number whatever else is drawn', () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(1_000_000), fc.nat(20), (seed, item, others) => {
      const one = seededChance(seed)
      const other = seededChance(seed)
      for (let draw = 0; draw < others; draw++) one.random()
      expect(one.chanceOf(item)).toBe(other.chanceOf(item))
      expect(one.chanceOf(item)).toBeGreaterThanOrEqual(0)
      expect(one.chanceOf(item)).toBeLessThan(1)
    }),
  )
})

test('chance is spread evenly over items, and differs between seeds', () => {
  const draws = Array.from({ length: 10_000 }, (_, item) => seededChance(seedOf('a listener')).chanceOf(item))
  for (let tenth = 0; tenth < 10; tenth++) {
    const share = draws.filter((draw) => Math.floor(draw * 10) === tenth).length / draws.length
    expect(share).toBeCloseTo(0.1, 1)
  }
  expect(seededChance(1).chanceOf(7)).not.toBe(seededChance(2).chanceOf(7))
})
