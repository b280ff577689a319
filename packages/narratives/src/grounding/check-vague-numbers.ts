import { vagueNumbers } from './number-words.js'
import type { Reading } from './reading.js'
import { stem } from './stem.js'

/** "a few tools", as the description has it. */
function isVagueInPassage(reading: Reading, index: number): boolean {
  const [word, next] = [stem(reading.tokens[index]?.key ?? ''), stem(reading.tokens[index + 1]?.key ?? '')]
  return reading.facts.some((fact) => fact.passageStems.some((own, at) => own === word && fact.passageStems[at + 1] === next))
}

/** "Several", "dozens": no fact counts so. */
export function checkVagueNumbers(reading: Reading): void {
  for (const [index, token] of reading.tokens.entries()) {
    const few = token.key === 'many' && reading.tokens[index - 1]?.key === 'not' && reading.facts.some(({ fact }) => fact.property === 'few-listeners')
    if (few) token.role = 'function'
    else if (
      token.key === 'few' &&
      reading.facts.some(({ fact }) => fact.property === 'few-listeners') &&
      !reading.numbers.some((number) => number.first === index + 1)
    )
      continue
    else if (token.role === null && vagueNumbers.has(token.key) && !isVagueInPassage(reading, index))
      reading.refuse('number', `“${token.text}” is no number of a fact`, { first: index, last: index })
  }
}
