import type { Corpus } from './corpus.js'
import { mutableDates } from './mutable-dates.js'
import { mutableNames, poolNames } from './mutable-names.js'
import { mutableNumbers } from './mutable-numbers.js'
import type { MutablePlace, Mutation } from './mutation.js'
import { seededRandom } from './seeded-random.js'

function outsideNames(places: readonly MutablePlace[], names: readonly MutablePlace[]): MutablePlace[] {
  return places.filter((place) => !names.some((name) => place.start < name.end && place.end > name.start))
}

/**
 * Every true text of the corpus with any one name, number or date replaced; `limit` of them, drawn by the seed, or all where there are fewer.
 * Drawn place by place, so that a text with many names does not crowd out one with a single year.
 */
export function makeMutations(corpus: Corpus, options: { readonly limit: number; readonly seed: number }): Mutation[] {
  const pool = poolNames(corpus)
  const random = seededRandom(options.seed)
  const decks: Mutation[][] = []
  for (const entry of corpus.entries.filter(({ verdict }) => verdict === 'true')) {
    const names = mutableNames(entry, pool)
    for (const { kind, start, end, others } of [...names, ...outsideNames([...mutableNumbers(entry), ...mutableDates(entry)], names)]) {
      const from = entry.text.slice(start, end)
      const deck = others.map((to): Mutation => ({ entry, kind, from, to, text: `${entry.text.slice(0, start)}${to}${entry.text.slice(end)}` }))
      for (let index = deck.length - 1; index > 0; index -= 1) {
        const other = Math.floor(random() * (index + 1))
        ;[deck[index], deck[other]] = [deck[other] as Mutation, deck[index] as Mutation]
      }
      decks.push(deck)
    }
  }
  const drawn: Mutation[] = []
  for (let round = 0; drawn.length < options.limit && decks.some((deck) => deck.length > round); round += 1)
    for (const deck of decks) {
      const mutation = deck[round]
      if (mutation !== undefined && drawn.length < options.limit) drawn.push(mutation)
    }
  return drawn
}
