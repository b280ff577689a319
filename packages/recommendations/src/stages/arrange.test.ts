import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReasonCode } from '../reason.js'
import { contextOf } from '../__fixtures__/context.js'
import type { Suggestion } from '../suggestion.js'
import { arrange } from './arrange.js'

const codes: readonly ReasonCode[] = ['same-artist', 'shared-tags', 'similar-audience', 'rediscovery', 'hidden-gem']
/** Sixty tracks: artist and release by number, five tracks each. */
const artistOf = (itemId: string) => Math.floor(Number(itemId.slice(1)) / 5)
const context = contextOf({ tracks: 60, tracksPerArtist: 5 })

const suggestions = fc.uniqueArray(fc.record({ item: fc.nat(59), code: fc.constantFrom(...codes) }), { selector: ({ item }) => item }).map((drawn) =>
  drawn.map(({ item, code }, place): Suggestion => ({
    itemId: `t${String(item).padStart(2, '0')}`,
    kind: 'track',
    score: 100 - place,
    novelty: 0,
    because: [],
    contributions: [{ code, signal: 1, value: 1, basis: {} }],
  })),
)
const numbers = { artistSpacing: 3, showSpacing: 1, sameReasonInTen: 3, sameBasisInTen: 2, sameKindInRow: 2, length: 100 }

test('every suggestion comes once, and an artist comes back early only when all that is left is by recent artists', async () => {
  await fc.assert(
    fc.asyncProperty(suggestions, async (drawn) => {
      const arranged = await arrange(numbers)(drawn, context)
      expect(arranged.map(({ itemId }) => itemId).toSorted()).toEqual(drawn.map(({ itemId }) => itemId).toSorted())
      arranged.forEach((suggestion, place) => {
        const recent = arranged.slice(Math.max(0, place - numbers.artistSpacing), place).map(({ itemId }) => artistOf(itemId))
        if (!recent.includes(artistOf(suggestion.itemId))) return
        for (const { itemId } of arranged.slice(place)) expect(recent).toContain(artistOf(itemId))
      })
    }),
  )
})

test('ten neighbours have at least four different strongest reasons where the suggestions allow it', async () => {
  const many = Array.from({ length: 60 }, (_, item): Suggestion => {
    const code = codes[Math.floor(item / 12)]!
    return {
      itemId: `t${String(item).padStart(2, '0')}`,
      kind: 'track',
      score: 100 - item,
      novelty: 0,
      because: [],
      contributions: [{ code, signal: 1, value: 1, basis: {} }],
    }
  })
  const arranged = await arrange({ ...numbers, artistSpacing: 0 })(many, context)
  for (let start = 0; start <= 30; start++) {
    expect(new Set(arranged.slice(start, start + 10).map(({ contributions }) => contributions[0]?.code)).size).toBeGreaterThanOrEqual(4)
  }
})

test('a shorter list is the beginning of a longer one', async () => {
  await fc.assert(
    fc.asyncProperty(suggestions, fc.nat(60), async (drawn, length) => {
      const whole = await arrange(numbers)(drawn, context)
      expect(await arrange({ ...numbers, length })(drawn, context)).toEqual(whole.slice(0, length))
    }),
  )
})
