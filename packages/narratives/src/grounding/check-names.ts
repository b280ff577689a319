import { claimWords } from './en/claim-words.js'
import { functionWords } from './en/function-words.js'
import { opinionWords } from './en/opinion-words.js'
import { negations } from './en/other-words.js'
import { superlatives } from './en/superlatives.js'
import { findNames, nameTable } from './find-names.js'
import { factsAbout } from './fact-subject.js'
import type { Reading } from './reading.js'
import { isKnownPronoun } from './check-vocabulary.js'
import { stem } from './stem.js'
import { tokenize } from './token.js'

function isCommon(reading: Reading, key: string): boolean {
  return (
    functionWords.has(key) ||
    opinionWords.has(key) ||
    claimWords.has(key) ||
    negations.has(key) ||
    isKnownPronoun(reading, key) ||
    key === 'after' ||
    key === 'before' ||
    reading.facts.some((fact) => ['chapter', 'description'].includes(fact.fact.property) && fact.passageStems.includes(stem(key))) ||
    superlatives.has(key) ||
    reading.facts.some((fact) => fact.statementStems.has(stem(key)))
  )
}

/** Every capitalised word that is not a name of a cited fact, and every word in another script. */
export function checkNames(reading: Reading): void {
  for (const name of reading.names) {
    // “Master Don” is the release of that name before it is the track “Master Don (TSP's Vigilante Mix)” without its brackets.
    const whole = name.names.filter(({ form, value }) => form === value)
    reading.support(name, [...new Set((whole.length > 0 ? whole : name.names).map(({ factId }) => factId))])
    const country = reading.facts.filter((fact) => name.names.some((form) => form.role === 'country' && form.factId === fact.fact.id))
    if (country.length > 0 && factsAbout(reading, reading.clauseOf(name), country).length === 0)
      reading.refuse('relation', `${reading.textOf(name)} is said of somebody else in the cited facts`, name)
  }
  let opening = true
  for (const [index, token] of reading.tokens.entries()) {
    if (token.kind === 'mark') {
      opening = opening || /[:“"(—–]/u.test(token.text)
      continue
    }
    const starts = opening
    opening = false
    if (token.role !== null || token.kind !== 'word') continue
    const foreign = /[^\p{ASCII}’ʼ]/u.test(token.text)
    if (!foreign && (!token.capital || (starts && isCommon(reading, token.key)))) continue
    if (!foreign && starts && !token.capital) continue
    const run = tokenize(reading.text.slice(token.start))
    const elsewhere = findNames(reading.text.slice(token.start), run, nameTable(reading.others))[0]
    const uncited = elsewhere?.first === 0 ? elsewhere.names[0] : undefined
    reading.refuse(
      'name',
      uncited === undefined
        ? `the name ${token.text} is not in the cited facts`
        : `${uncited.form} stands in ${uncited.factId}, which the sentence does not cite`,
      { first: index, last: index },
    )
    token.role = 'name'
  }
}
