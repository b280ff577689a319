import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { contextOf } from '../__fixtures__/context.js'
import type { ReasonCode } from '../reason.js'
import type { Suggestion } from '../suggestion.js'
import { rank } from './rank.js'

const context = contextOf({ tracks: 20, tracksPerArtist: 1 })
const ranker = rank({
  weights: { 'same-artist': { familiar: 1, adventurous: 0 }, 'hidden-gem': { familiar: 0, adventurous: 1 } },
  novelty: { familiar: -0.5, adventurous: 0.5 },
  chance: 0.1,
})
const suggestion = (item: number, ...signals: readonly (readonly [code: ReasonCode, signal: number])[]): Suggestion => ({
  itemId: `t${String(item).padStart(2, '0')}`,
  kind: 'track',
  score: 0,
  novelty: 0,
  because: [],
  contributions: signals.map(([code, signal]) => ({ code, signal, value: 0, basis: {} })),
})

async function valuesAt(adventurousness: number) {
  const [ranked] = await ranker([suggestion(3, ['same-artist', 0.8], ['hidden-gem', 0.6])], { ...context, adventurousness })
  return Object.fromEntries(ranked!.contributions.map(({ code, value }) => [code, value]))
}

test('the dial moves each weight in a straight line from familiar to adventurous', async () => {
  // Nobody in particular knows nothing: novelty is 1.
  expect(await valuesAt(0)).toMatchObject({ 'same-artist': 0.8, 'hidden-gem': 0, novelty: -0.5 })
  expect(await valuesAt(0.25)).toMatchObject({ 'same-artist': expect.closeTo(0.6, 9), 'hidden-gem': expect.closeTo(0.15, 9), novelty: -0.25 })
  expect(await valuesAt(1)).toMatchObject({ 'same-artist': 0, 'hidden-gem': 0.6, novelty: 0.5 })
})

test('a score is the sum of its contributions, lists fall, and what no reason speaks for goes', async () => {
  const signal = fc.double({ min: 0, max: 1, noNaN: true })
  const drawn = fc.uniqueArray(fc.tuple(fc.nat(19), signal, signal), { selector: ([item]) => item })
  await fc.assert(
    fc.asyncProperty(drawn, signal, async (rows, adventurousness) => {
      const ranked = await ranker(
        rows.map(([item, one, other]) => suggestion(item, ['same-artist', one], ['hidden-gem', other])),
        { ...context, adventurousness },
      )
      for (const { score, contributions } of ranked) {
        expect(score).toBeCloseTo(
          contributions.reduce((sum, { value }) => sum + value, 0),
          9,
        )
        expect(contributions.some(({ code, value }) => code !== 'novelty' && code !== 'chance' && value > 0)).toBe(true)
      }
      expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).toSorted((a, b) => b - a))
    }),
  )
})
