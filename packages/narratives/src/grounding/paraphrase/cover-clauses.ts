import type { Reading } from '../reading.js'
import { factsOfClause } from './clause-reading.js'
import { indexOf, lastSlot, onlyName, subjectOf } from './find-slots.js'
import type { MaskedSentence } from './mask-sentence.js'

/** Where a clause may end; not between two mentions of a kind, which are a row. */
const separators = /(?:[;:()—–]|,|\b(?:and|but|while|with)\b)/giu

/** The text cut at its separators, each of which opens the piece behind it. */
function piecesOf(text: string): string[] {
  const cuts = [...text.matchAll(separators)]
    .map((match) => match.index)
    .filter((index) => {
      const [left, right] = [/⟨([@#][A-Za-z]+)\d+⟩[\s,]*$/u.exec(text.slice(0, index)), /^(?:[,\s]|and\b)*⟨([@#][A-Za-z]+)\d+⟩/u.exec(text.slice(index))]
      return index > 0 && !(left !== null && right !== null && left[1] === right[1])
    })
  return [0, ...cuts].map((from, index) => text.slice(from, cuts[index] ?? text.length))
}

/** Takes out the clauses that one fact covers whole, the longest first. */
export function coverClauses(text: string, masked: MaskedSentence, reading: Reading, factIds: Set<string>): string {
  const pieces = piecesOf(text.replace(/[.\s]+$/u, ''))
  const kept: string[] = []
  for (let index = 0; index < pieces.length; index += 1) {
    let taken = 0
    for (let length = Math.min(4, pieces.length - index); length > 0 && taken === 0; length -= 1) {
      const clause = pieces.slice(index, index + length).join('')
      const first = indexOf(/⟨[@#]\w+⟩/u.exec(clause)?.[0] ?? '')
      // "NAME, which you played": the name before it is meant, whatever it is a name of.
      const head = text.slice(0, text.indexOf(clause))
      const relative = /^[,\s]*(?:of )?(?:which|whom|who|that|whose)\b/iu.test(clause) || /⟨@\w+⟩[,\s]*$/u.test(head)
      const antecedent = relative ? masked.slots.get(/⟨@\w+⟩(?=[^⟨]*$)/u.exec(head)?.[0] ?? '') : undefined
      const subject = subjectOf(head, masked)
      const isKnown = (kinds: string, value: unknown): boolean => {
        if (antecedent !== undefined) return typeof value === 'string' && antecedent.values.includes(value)
        const named = Array.from(kinds).flatMap((kind) => lastSlot(masked, kind, first) ?? onlyName(reading, kind) ?? [])
        return typeof value === 'string' && named.some(({ values }) => values.includes(value))
      }
      const found = factsOfClause(clause, { head, subject, isKnown }, masked.slots, reading.facts)
      if (found === null) continue
      for (const id of found) factIds.add(id)
      taken = length
    }
    if (taken === 0) kept.push(pieces[index] ?? '')
    else index += taken - 1
  }
  return kept.join('')
}
