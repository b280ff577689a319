import type { NameMention, NameRole } from './mentions.js'
import { within } from './mentions.js'
import type { Reading } from './reading.js'

const pairs: readonly (readonly [NameRole, NameRole])[] = [
  ['title', 'release'],
  ['release', 'label'],
]

function valuesOf(name: NameMention, role: NameRole): string[] {
  return name.names.filter((form) => form.role === role).map((form) => form.value)
}

/** A track and a release, or a release and a label, that one clause puts together stand together in a cited fact. */
export function checkPairs(reading: Reading): void {
  for (const clause of reading.clauses) {
    const names = reading.names.filter((name) => within(name, clause))
    for (const [leftRole, rightRole] of pairs) {
      for (const left of names) {
        for (const right of names) {
          const [lefts, rights] = [valuesOf(left, leftRole), valuesOf(right, rightRole)]
          if (left === right || lefts.length === 0 || rights.length === 0) continue
          const together = reading.facts.some(({ fact }) => lefts.includes(String(fact.values[leftRole])) && rights.includes(String(fact.values[rightRole])))
          const known = reading.facts.some(
            ({ fact }) =>
              fact.values[leftRole] !== undefined &&
              fact.values[rightRole] !== undefined &&
              (lefts.includes(String(fact.values[leftRole])) || rights.includes(String(fact.values[rightRole]))),
          )
          if (!together && known) reading.refuse('relation', `no cited fact puts ${reading.textOf(left)} on ${reading.textOf(right)}`, right)
        }
      }
    }
  }
}
