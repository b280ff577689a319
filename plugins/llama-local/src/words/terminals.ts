import type { NarrativeFact } from '@linernotes/narrative-sdk'
import { cleanLine } from '../clean-line.js'

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
/** A number with what makes it one: "33 times", "in March 2018", "than 10 listeners here". */
const numbers = new RegExp(`(?:(?:in|since|than|the|of|at) )?(?:(?:${months}) )?\\d[\\d,:]*(?: (?!in |long)[a-z]+(?: here)?)?`, 'gu')
const mark = '\u0001'

/** Names and numbers of a fact as its statement has them: whole, in their quotation marks, each number with its noun or its month. */
export function terminalsOf(fact: NarrativeFact): readonly string[] {
  let rest = cleanLine(fact.statement)
  const found: string[] = []
  for (const name of namesOf(fact)) {
    if (!rest.includes(name)) continue
    found.push(rest.includes(`“${name}”`) ? `“${name}”` : name)
    rest = rest.replaceAll(name, mark)
  }
  return [...new Set([...found, ...[...rest.matchAll(numbers)].map(([text]) => text.trim())])]
}

/** Longest first, so that a name inside another one is not taken for it. */
function namesOf({ values }: NarrativeFact): readonly string[] {
  return Object.values(values)
    .flatMap((value) => (typeof value === 'string' ? [value] : Array.isArray(value) ? value : []))
    .map(cleanLine)
    .filter((name) => name !== '')
    .toSorted((one, other) => other.length - one.length)
}
