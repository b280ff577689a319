import { cleanName, type NarrativeFact, type NarrativeRequest } from '@linernotes/narrative-sdk'
import { contentWords } from './quotability.js'
import { answersTitle, isLate, placeOf } from './spoilers.js'

export interface ChosenChapter {
  readonly id: string
  readonly title: string
  readonly startMs: number
}

/** A chapter before it is where people say hello. */
const greetingMs = 60_000

/** Up to two, in order: those that name what the listener follows, then the earliest behind the greeting. None that gives something away where that was asked for. */
export function chooseChapters(request: NarrativeRequest, interests: readonly string[]): readonly ChosenChapter[] {
  const marks = request.facts
    .flatMap((fact) => mark(fact))
    .filter(({ fact, title }) => !request.spoilerFree || (!isLate(placeOf(fact), request) && !answersTitle(title, request.item.title)))
    .filter(({ title, startMs }) => startMs >= greetingMs && title.toLowerCase() !== request.item.title.toLowerCase())
    .toSorted((left, right) => left.startMs - right.startMs)
  const wanted = new Set(interests)
  const answering = marks.filter(({ title }) => contentWords(title).some((word) => wanted.has(word)))
  return [...new Set([...answering, ...marks])].slice(0, 2).toSorted((left, right) => left.startMs - right.startMs)
}

function mark(fact: NarrativeFact): readonly (ChosenChapter & { readonly fact: NarrativeFact })[] {
  const { title, startMs } = fact.values
  const name = fact.property === 'chapter' && typeof title === 'string' ? cleanName(title) : null
  return name === null || typeof startMs !== 'number' ? [] : [{ id: fact.id, title: name, startMs, fact }]
}
