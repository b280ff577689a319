import { createMemory, type Memory } from './memory.js'
import { plainWords } from './phrase-parts.js'
import type { RenderedSentence, Rendering } from './render-phrase.js'
import { pickWeighted, type Random } from './seeded-random.js'
import { worthOf } from './worth.js'

/** Less than saying a phrase again, more than opening like another text: leaving out a part of the reason. */
const costOfLeavingOut = 90
/** Two sentences of one text that begin with one word: "Next from C-Doc. Next: “Altwide”." */
const costOfBeginningAgain = 20
/** From here on a rendering says what was said before, or opens as another text did. */
export const costOfRepeating = 70

/** The same, or one within the other: 'IDM' and 'IDM release'. */
const saysAgain = (earlier: string, value: string) => value === earlier || (value.length > 2 && (value.includes(earlier) || earlier.includes(value)))

/** They speak of the same fact, or say the same name: one text cannot hold both. */
export function clash(one: Rendering, other: Rendering): boolean {
  return (
    [...one.families].some((family) => family !== 'item' && other.families.has(family)) ||
    one.said.some((value) => other.said.some((said) => saysAgain(value, said)))
  )
}

interface Offer {
  readonly rendering: Rendering
  readonly cost: number
}

interface AddOptions {
  readonly covers?: (rendering: Rendering) => number
  readonly wordsToSpare?: number
  /** How likely one of equals is chosen. */
  readonly weight?: (rendering: Rendering) => number
}

const worthSquared = (rendering: Rendering): number => worthOf(rendering.families) ** 2

/** A narrative while it is written: what it says already, and how many words are left. */
export class Draft {
  readonly #avoid: readonly string[]
  readonly #budget: number
  readonly #random: Random
  readonly #renderings: Rendering[] = []
  #memory: Memory | null = null

  constructor(avoid: readonly string[], budget: number, random: Random) {
    this.#avoid = avoid
    this.#budget = budget
    this.#random = random
  }

  get sentences(): readonly RenderedSentence[] {
    return this.#renderings.flatMap((rendering) => rendering.sentences)
  }

  get families(): ReadonlySet<string> {
    return new Set(this.#renderings.flatMap((rendering) => [...rendering.families]))
  }

  get isEmpty(): boolean {
    return this.#renderings.length === 0
  }

  get wordsLeft(): number {
    return this.#budget - this.#renderings.reduce((sum, rendering) => sum + rendering.words, 0)
  }

  /** Renderings that fit and say nothing twice, with what each would repeat of the list or leave out of the reason. */
  #offers(candidates: readonly Rendering[], covers: (rendering: Rendering) => number, wordsToSpare: number): readonly Offer[] {
    const fitting = candidates.filter(
      (candidate) => candidate.words <= this.wordsLeft - wordsToSpare && !this.#renderings.some((rendering) => clash(rendering, candidate)),
    )
    this.#memory ??= createMemory([...this.#avoid, ...this.sentences.map((sentence) => sentence.text)])
    const memory = this.#memory
    const most = Math.max(0, ...fitting.map((candidate) => covers(candidate)))
    const begun = new Set(this.sentences.map(({ text }) => plainWords(text)[0]))
    const beginsAgain = ({ sentences: [first] }: Rendering) => (begun.has(plainWords(first?.text ?? '')[0]) ? costOfBeginningAgain : 0)
    return fitting.map((rendering) => ({
      rendering,
      cost: memory.repetition(rendering, this.isEmpty) + beginsAgain(rendering) + costOfLeavingOut * (most - covers(rendering)),
    }))
  }

  /** Cost of the best offer; Infinity where nothing fits. */
  leastCost(candidates: readonly Rendering[], covers: (rendering: Rendering) => number, wordsToSpare = 0): number {
    return Math.min(...this.#offers(candidates, covers, wordsToSpare).map((offer) => offer.cost))
  }

  /** Adds one of those that repeat least, by chance, more likely the more it has to say. False where nothing fits. */
  add(candidates: readonly Rendering[], { covers = () => 0, wordsToSpare = 0, weight = worthSquared }: AddOptions = {}): boolean {
    const offers = this.#offers(candidates, covers, wordsToSpare)
    const least = Math.min(...offers.map((offer) => offer.cost))
    const best = offers.filter((offer) => offer.cost === least)
    const chosen = pickWeighted(best, (offer) => weight(offer.rendering), this.#random)
    if (chosen === undefined) return false
    this.#renderings.push(chosen.rendering)
    this.#memory = null
    return true
  }
}
