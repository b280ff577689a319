import type { NarrativeFact, NarrativeRequest } from '@linernotes/narrative-sdk'

/** One sentence to be written, and what it rests on. */
export interface PlannedSentence {
  readonly facts: readonly NarrativeFact[]
}

const mostSentences = 3
/** What the writer adds to the words of the facts. */
const connectives = 3

/**
 * Which facts are told, in which order: first what the strongest reason rests on, then what else is known of the item. Two facts make a
 * sentence; after a refusal, one does. Stops before the words run out.
 */
export function planSentences(request: NarrativeRequest): readonly PlannedSentence[] {
  const size = request.refusals.length > 0 ? 1 : 2
  const facts = rank(request)
  const plan: PlannedSentence[] = []
  let words = 0
  while (plan.length < mostSentences && facts.length > 0) {
    const first = facts.shift()
    if (first === undefined) break
    const isAlone = first.property === 'transcript' || first.property === 'description' || facts[0]?.property === 'transcript'
    const next = isAlone || size === 1 ? [] : facts.slice(0, 1).filter((fact) => words + countWords(first) + countWords(fact) + connectives <= request.maxWords)
    const length = [first, ...next].reduce((sum, fact) => sum + countWords(fact), connectives)
    if (plan.length > 0 && words + length > request.maxWords) continue
    facts.splice(0, next.length)
    plan.push({ facts: [first, ...next] })
    words += length
  }
  return plan
}

function rank(request: NarrativeRequest): NarrativeFact[] {
  const known = new Map([...request.facts, ...request.passages].map((fact) => [fact.id, fact]))
  const reasons = request.reasons.flatMap(({ factIds }) => factIds.flatMap((id) => known.get(id) ?? [])).slice(0, 2)
  const [item, ...others] = request.facts
  const named = item === undefined ? [] : [item]
  const rest = request.style === 'blurb' ? [...others, ...named] : [...named, ...others]
  return [...new Set([...reasons, ...request.passages.slice(0, 1), ...rest])]
}

function countWords(fact: NarrativeFact): number {
  return fact.statement.split(/\s+/).length
}
