import type { IndexedFact } from './fact-index.js'
import { within, type Clause, type NumberMention, type TagMention } from './mentions.js'
import type { Reading } from './reading.js'

/** "You played hip hop 173 times": the tag is what was played, where no name of the fact stands beside the count. */
export function listenedTag(reading: Reading, number: NumberMention, clause: Clause, about: readonly IndexedFact[]): TagMention | undefined {
  const named = reading.names.some(
    (name) => within(name, clause) && about.some((fact) => fact.names.some((own) => name.names.some((form) => form.value === own.value))),
  )
  const play = reading.tokens.findIndex((token, index) => index >= clause.first && index < number.first && ['played', 'play', 'heard'].includes(token.key))
  return named || play < 0 ? undefined : reading.tags.find((tag) => tag.first === play + 1 && within(tag, clause))
}

/** "releases tagged Instrumental 14 times": the count is of the tag, where no record is named. */
export function taggedBefore(reading: Reading, number: NumberMention, clause: Clause): TagMention | undefined {
  const named = reading.names.some((name) => within(name, clause))
  return named || !/^times$/u.test(reading.tokens[number.last + 1]?.key ?? '')
    ? undefined
    : reading.tags.find((tag) => within(tag, clause) && tag.last === number.first - 1 && reading.tokens[tag.first - 1]?.key === 'tagged')
}
