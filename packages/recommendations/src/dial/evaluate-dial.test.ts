import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dialWorld } from '../__fixtures__/dial-world.js'
import { openWorld } from '../__fixtures__/open-world.js'
import type { HeroWorld } from '../__fixtures__/hero-world.js'
import { NOW } from '../__fixtures__/world.js'
import { dialLaws } from './dial-laws.js'
import { evaluateDial, type DialReport } from './evaluate-dial.js'
import { evaluateExposure } from './evaluate-exposure.js'
import { openTrial } from './open-trial.js'

let world: HeroWorld
let report: DialReport
const options = { listeners: 160, holdout: 0.2, seed: 1, k: 20, recipe: 'discover-tracks', now: () => NOW, signal: new AbortController().signal }

beforeAll(async () => {
  world = await openWorld(dialWorld(), 'listener 1')
  report = await evaluateDial(world.db, options)
}, 120_000)
afterAll(() => world[Symbol.asyncDispose]())

test('the dial keeps what it promises', () => {
  expect(report.listeners).toBe(160)
  expect(dialLaws(report).filter(({ holds }) => !holds)).toEqual([])
  expect(report.steps[0]).toMatchObject({ adventurousness: 0, ndcgLoss: 0 })
  expect(report.steps[0]!.ndcg).toBeGreaterThan(0.1)
})

test('the control is as novel as the list that it stands beside', () => {
  for (const { novelty, control } of report.steps) expect(Math.abs(control.novelty - novelty)).toBeLessThan(0.05)
})

test('the laws are broken by a dial that does nothing', () => {
  const [first] = report.steps
  const stuck = { ...report, steps: report.steps.map(({ adventurousness }) => ({ ...first!, adventurousness })) }
  expect(dialLaws(stuck).map(({ holds }) => holds)).toEqual([false, false, true, false, false])
})

test('the same seed gives the same figures, another seed others', async () => {
  const small = { ...options, listeners: 6 }
  expect(await evaluateDial(world.db, small)).toEqual(await evaluateDial(world.db, small))
  expect(await evaluateDial(world.db, { ...small, seed: 2 })).not.toEqual(await evaluateDial(world.db, small))
})

describe('a trial', () => {
  test('holds back tracks with all their plays, and nobody can see them', async () => {
    const { snapshot, listeners } = await openTrial(world.db, options)
    for (const { id, kept, heldOut } of listeners) {
      expect(heldOut.size).toBeGreaterThan(0)
      expect(new Set(kept.items.keys()).isDisjointFrom(heldOut)).toBe(true)
      const { rows } = await sql<{ n: number }>`select count(distinct item_id)::int as n from listens where listener_id = ${id}`.execute(world.db)
      expect(kept.items.size + heldOut.size).toBe(rows[0]!.n)
    }
    const known = world.model.snapshot.audience.itemListenerCount.reduce((sum, count) => sum + count, 0)
    const held = listeners.reduce((sum, { heldOut }) => sum + heldOut.size, 0)
    expect(snapshot.audience.itemListenerCount.reduce((sum, count) => sum + count, 0)).toBe(known - held)
  })

  test('makes artists cold by holding back everybody’s plays of them', async () => {
    const { snapshot, coldArtists, listeners } = await openTrial(world.db, { ...options, coldArtists: 0.2 })
    expect(coldArtists.size).toBeGreaterThan(3)
    for (const id of coldArtists) {
      const creator = snapshot.catalogue.creators.numberOf(id)!
      expect(snapshot.audience.creatorListeners.offsets[creator + 1]).toBe(snapshot.audience.creatorListeners.offsets[creator])
    }
    expect(listeners.length).toBeGreaterThan(50)
  })
})

test('a higher floor gives newcomers more places, and its price is told', async () => {
  const exposure = await evaluateExposure(world.db, { ...options, listeners: 30, coldArtists: 0.1, adventurousness: 0.5, floors: [0, 0.3, 0.6] })
  const [none, , most] = exposure.steps
  expect(exposure.coldArtists).toBeGreaterThan(0)
  for (const { floor, littleHeard } of exposure.steps) expect(littleHeard).toBeGreaterThanOrEqual(floor - 0.1)
  expect(most!.littleHeard).toBeGreaterThan(none!.littleHeard)
  expect(most!.cold).toBeGreaterThan(none!.cold)
  expect(none).toEqual({ floor: 0, ndcgLoss: 0, ofFloor: { mean: 0, low: 0, high: 0 }, ...exposure.yardstick })
  // Of this recipe the yardstick is the same without a floor.
  for (const { ndcg, ofFloor } of exposure.steps) expect(ofFloor.mean).toBeCloseTo(ndcg - none!.ndcg, 9)
  for (const { ndcg, ndcgLoss } of exposure.steps) expect(ndcgLoss).toBeCloseTo(1 - ndcg / exposure.yardstick.ndcg, 9)
})
