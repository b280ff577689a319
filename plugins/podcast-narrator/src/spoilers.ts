import type { NarrativeFact, NarrativeRequest } from '@linernotes/narrative-sdk'
import { contentWords } from './quotability.js'

/** Of what comes later nothing is told where the end must not be given away. */
const told = 1 / 3

/** Where something stands in an episode, as far as it is known. */
export interface Place {
  readonly startMs: number | null
  /** How much of the transcript comes before, 0 to 1. */
  readonly position: number | null
}

const number = (value: unknown): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null)

export function placeOf({ values }: NarrativeFact): Place {
  return { startMs: number(values['startMs']), position: number(values['position']) }
}

/** Whether it comes after the first third: by time where the length is known, else by the text. What stands nowhere is not late: passages come chosen. */
export function isLate({ startMs, position }: Place, request: NarrativeRequest): boolean {
  const length = number(request.facts.find((fact) => fact.property === 'episode-length')?.values['durationMs'])
  if (startMs !== null && length !== null && length > 0) return startMs > length * told
  return position !== null && position > told
}

const question = /\?|^(?:who|what|why|how|when|where|which|whose|is|are|can|could|does|do|did|has|have|will|would|should|was|were)\b/iu

/** Whether a text may be the answer to what the title asks: it says more than half of the question, and asks nothing itself. */
export function answersTitle(text: string, title: string): boolean {
  if (!question.test(title) || text.endsWith('?')) return false
  const asked = new Set(contentWords(title))
  const said = new Set(contentWords(text))
  const shared = [...asked].filter((word) => said.has(word)).length
  return shared > asked.size / 2
}
