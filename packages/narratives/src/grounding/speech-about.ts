import { negations } from './en/other-words.js'
import type { IndexedFact } from './fact-index.js'
import type { Reading } from './reading.js'

const introducing = new Set('about of on'.split(' '))
const speaking = new Set('talks talk talking speaks speak speaking tells tell says say explains mentions'.split(' '))

/**
 * "Ewelina Kurtys talks about neurons", "On design docs, Cliff Biffle says": the passage of the only person whom the sentence names says this word and denies nothing; undefined where none does.
 * What a topic is called claims no more than that it comes up.
 */
export function speechAbout(reading: Reading, index: number, root: string): IndexedFact | undefined {
  const keys = reading.keys({ first: 0, last: reading.tokens.length - 1 })
  const clause = reading.clauseOf({ first: index })
  const opened = reading.tokens.slice(clause.first, index).some((token) => token.role !== 'name' && introducing.has(token.key))
  if (!opened || !keys.some((key) => speaking.has(key)) || keys.some((key) => negations.has(key))) return undefined
  const people = reading.names.filter((name) => name.names.some((form) => form.role === 'person'))
  const [speaker] = people
  if (speaker === undefined || people.some((name) => name.names[0]?.value !== speaker.names[0]?.value)) return undefined
  return reading.facts.find(
    (fact) =>
      fact.fact.property === 'transcript' &&
      speaker.names.some((form) => form.value === fact.fact.values['speaker']) &&
      fact.passageStems.some((own, at) => own === root && fact.passageDenies[at] !== true),
  )
}
