import type { NarrativeRequest } from '@linernotes/narrative-sdk'
import type { Plan } from './plan.js'
import { countWords } from './plan-options.js'
import { seededRandom, shuffled } from './seeded-random.js'

export interface RealisedSentence {
  readonly text: string
  readonly factIds: readonly string[]
}

/** What it costs to sound like a text that was read before: the same first word, one of the same two first words, and each run of three words. */
const costs = { opening: 20, opensAnySentence: 6, trigram: 5 }
/** Nearer texts are remembered better. */
const nearTexts = 10

/** Words a plan: of the ways to say each part, one that fits and that repeats least of what was read before. */
export function realisePlan(plan: Plan, request: NarrativeRequest): readonly RealisedSentence[] {
  const random = seededRandom(JSON.stringify([request.seed, request.style, request.facts]))
  const said: string[] = []
  let room = request.maxWords - plan.reduce((sum, { leastWords }) => sum + leastWords, 0)
  return plan.map(({ wordings, facts, leastWords }) => {
    const fitting = wordings.filter((text) => countWords(text) - leastWords <= room)
    const offered = shuffled(fitting.length > 0 ? fitting : wordings.slice(0, 1), random)
    const cost = (text: string): number => repetition(text, request.avoid, said)
    const text = offered.toSorted((one, other) => cost(one) - cost(other))[0] ?? ''
    room -= countWords(text) - leastWords
    said.push(text)
    return { text, factIds: facts.map(({ id }) => id) }
  })
}

function repetition(text: string, avoid: readonly string[], said: readonly string[]): number {
  const words = wordsOf(text)
  const own = new Set(trigramsOf(words))
  const opens = said.length === 0
  const earlier = avoid.map((other, index) => ({ words: wordsOf(other), weight: index < nearTexts ? 1 : 0.5 }))
  return [...earlier, ...said.map((other) => ({ words: wordsOf(other), weight: 1 }))].reduce((sum, other) => {
    const repeated = trigramsOf(other.words).filter((run) => own.has(run)).length
    const sameStart = other.words[0] === words[0] ? (opens ? costs.opening : costs.opensAnySentence) : 0
    return sum + other.weight * (sameStart + costs.trigram * repeated)
  }, 0)
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []
}

function trigramsOf(words: readonly string[]): readonly string[] {
  return words.slice(0, -2).map((word, index) => `${word} ${words[index + 1]} ${words[index + 2]}`)
}
