import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld } from '../__fixtures__/open-world.js'
import { evidenceOf, type HeroWorld } from '../__fixtures__/hero-world.js'
import { listenerId, trackId, type PlayDraft } from '../__fixtures__/world.js'
import { ANONYMITY_FLOOR } from '../index.js'
import { seededChance } from '../seeded-chance.js'

/** Names without digits: every number in what is said is a count of somebody. */
const letters = 'abcdefghijkl'
const nameOf = (number: number): string => `${letters[Math.floor(number / letters.length)]}${letters[number % letters.length]}`
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

/** Sixty listeners and forty artists of every size of audience, from nobody to almost everybody, drawn anew for each seed. */
function drawPlays(seed: number): readonly PlayDraft[] {
  const { random } = seededChance(seed)
  const popularity = numbers(40).map((artist) => (artist < 20 ? (artist + random()) / 60 : random() * 0.6))
  return numbers(60).flatMap((listener) =>
    popularity.flatMap((share, artist) =>
      random() < share
        ? [{ listener: `listener ${nameOf(listener)}`, item: trackId(nameOf(artist), 1 + Math.floor(random() * 2)), times: 3 + Math.floor(random() * 3) }]
        : [],
    ),
  )
}

let world: HeroWorld
beforeAll(async () => {
  const releases = numbers(40).map((artist) => ({ title: nameOf(artist), artist: nameOf(artist), tags: [`tag ${nameOf(artist % 7)}`, 'all'], tracks: 4 }))
  world = await openWorld({ releases, plays: drawPlays(1) }, 'listener aa')
})
afterAll(() => world[Symbol.asyncDispose]())

test('no number of listeners but whole tens gets out, in no field of any audience fact, whoever asks for whatever', { timeout: 120_000 }, async () => {
  const seen = { numbers: 0, withheld: 0 }
  for (const listener of numbers(60)) {
    for (const recipe of ['discover-tracks', 'hidden-gems', 'from-this'])
      for (const adventurousness of [0.2, 1]) {
        const { suggestions } = await world.ask({ listenerId: listenerId(`listener ${nameOf(listener)}`), recipe, adventurousness, limit: 60 })
        for (const { kind, statement, values, query, listeners, plays } of evidenceOf(suggestions)) {
          if (kind !== 'audience') continue
          // Titles of this world end in a number of their own.
          const title = String(values['title'] ?? ' ')
          const said = [statement, query ?? '', JSON.stringify(values), String(listeners), String(plays)].join(' ').replaceAll(title, '')
          for (const [number] of said.matchAll(/(?<![\w.])\d+(?!\w)/g))
            expect({ said, tens: Number(number) >= ANONYMITY_FLOOR && Number(number) % ANONYMITY_FLOOR === 0 }).toEqual({ said, tens: true })
          if (listeners === null) seen.withheld++
          else seen.numbers++
        }
      }
  }
  // Both were there to be seen.
  expect(seen.numbers).toBeGreaterThan(100)
  expect(seen.withheld).toBeGreaterThan(10)
})

test('what many play is measured in steps: from the signals of receipts nobody reads how many exactly', async () => {
  const { suggestions } = await world.ask({ recipe: 'non-profiled', limit: 60 })
  const signals = suggestions.flatMap(({ contributions }) => contributions.filter(({ code }) => code === 'popular').map(({ signal }) => signal))
  expect(signals.length).toBeGreaterThan(10)
  // Forty artists of different audiences, in steps of 10, 12, 15, 20, 25, 30.
  expect(new Set(signals.map((signal) => signal.toFixed(6))).size).toBeLessThanOrEqual(6)
})
