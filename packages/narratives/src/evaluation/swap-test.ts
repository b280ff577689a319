import type { Evidence } from '@linernotes/catalog'
import { isOwn } from './authorship.js'
import type { Answer } from './evaluated.js'
import { shareOf, type Share } from './estimate.js'
import { seededRandom, shuffled } from './seeded-random.js'
import { termsOfFact, termsOfText } from './terms.js'

/** How often a reader who sees a text and four sets of facts picks the right one; chance is 25 %. */
export interface SwapTest {
  readonly listeners: Share
  readonly items: Share
  /** Texts that fitted two or more of the listeners equally well; one of these was drawn. */
  readonly undecidedListeners: Share
}

type Facts = readonly Pick<Evidence, 'property' | 'values'>[]

export interface Choice {
  readonly index: number
  readonly undecided: boolean
}

/**
 * Picks the facts that a text was written from. It sees words and facts only: each term of the text that stands in the facts counts, the more the fewer
 * of the candidates share it (inverse document frequency, Spärck Jones 1972). What all of them share counts nothing; of equals one is drawn.
 */
export function pickFacts(text: string, candidates: readonly Facts[], random: () => number): Choice {
  const said = termsOfText(text)
  const known = candidates.map((facts) => new Set(facts.flatMap((fact) => [...termsOfFact(fact)])))
  const weight = (term: string): number => Math.log(known.length / known.filter((terms) => terms.has(term)).length)
  const scores = known.map((terms) => [...said].filter((term) => terms.has(term)).reduce((sum, term) => sum + weight(term), 0))
  const best = Math.max(...scores)
  const equals = scores.flatMap((score, index) => (best - score < 1e-9 ? [index] : []))
  return { index: equals[Math.floor(random() * equals.length)] ?? 0, undecided: equals.length > 1 }
}

/** The catalogue says the same of an item to everybody. */
function aboutListener(facts: readonly Evidence[]): readonly Evidence[] {
  return facts.filter(({ kind }) => kind === 'listening' || kind === 'audience')
}

function othersOf(answer: Answer, answers: readonly Answer[], random: () => number): readonly Facts[] {
  const { brief, listener } = answer.evaluated
  const same = answers.filter(({ evaluated }) => evaluated.listener === listener && evaluated.brief.itemId !== brief.itemId)
  return shuffled(same, random)
    .slice(0, 3)
    .map(({ evaluated }) => evaluated.brief.evidence)
}

/** Over the texts that the provider wrote itself, for listeners with history. */
export function runSwapTest(answers: readonly Answer[], seed: number): SwapTest {
  const random = seededRandom(seed)
  let [listeners, rightListeners, undecided, items, rightItems] = [0, 0, 0, 0, 0]
  for (const answer of answers) {
    const { result, evaluated } = answer
    if (result.type !== 'narrative' || !isOwn(answer) || !evaluated.hasHistory) continue
    if (evaluated.otherListeners.length === 3) {
      const pick = pickFacts(result.text, [evaluated.brief.evidence, ...evaluated.otherListeners].map(aboutListener), random)
      listeners += 1
      if (pick.index === 0) rightListeners += 1
      if (pick.undecided) undecided += 1
    }
    const others = othersOf(answer, answers, random)
    if (others.length < 3) continue
    items += 1
    if (pickFacts(result.text, [evaluated.brief.evidence, ...others], random).index === 0) rightItems += 1
  }
  return { listeners: shareOf(rightListeners, listeners), items: shareOf(rightItems, items), undecidedListeners: shareOf(undecided, listeners) }
}
