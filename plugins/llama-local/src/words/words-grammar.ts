import type { NarrativeFact } from '@linernotes/narrative-sdk'
import { cleanLine } from '../clean-line.js'
import { boundWords, freeWords, openings } from './lexicon-en.js'
import { unitOf } from './units.js'

/** The model's own words between two units at most. */
const mostWords = 4

/**
 * GBNF grammar (llama.cpp, grammars/README.md) of one sentence for each group of facts, a line each. What a fact says comes in one piece, each of them
 * once, in any order, and the last of them ends the sentence; the words that lead to them are the model's, of some two hundred.
 */
export function wordsGrammar(groups: readonly (readonly NarrativeFact[])[]): string {
  const root = `root ::= ${groups.map((_, index) => `sentence${index}`).join(String.raw` "\n" `)}`
  return [root, ...groups.flatMap(sentenceRules)].join('\n')
}

function sentenceRules(facts: readonly NarrativeFact[], index: number): readonly string[] {
  const units = [...new Set(facts.map(unitOf))]
  const said = new Set(
    facts.flatMap(
      ({ statement }) =>
        cleanLine(statement)
          .toLowerCase()
          .match(/\p{L}+/gu) ?? [],
    ),
  )
  const words = [...freeWords, ...boundWords.filter((word) => said.has(word))]
  const led = `(" " word${index}){0,${mostWords}} " "`
  const joint = `("," | ";")? (" " word${index}){1,${mostWords}} " "`
  const bodies = ordersOf(units).map((order) => {
    const [first = '', ...others] = order.map(literal)
    const begun = `(${literal(capitalised(order[0] ?? ''))} | opening${index} ${led} ${first})`
    return [begun, ...others.flatMap((unit) => [joint, unit])].join(' ')
  })
  return [
    `opening${index} ::= ${openings.map(literal).join(' | ')}`,
    `word${index} ::= ${words.map(literal).join(' | ')}`,
    `sentence${index} ::= (${bodies.join(' | ')}) "."`,
  ]
}

/** Of up to three all orders; of more the one they came in. */
function ordersOf(units: readonly string[]): readonly (readonly string[])[] {
  if (units.length < 2 || units.length > 3) return [units]
  return units.flatMap((unit, at) => ordersOf(units.toSpliced(at, 1)).map((rest) => [unit, ...rest]))
}

const literal = (text: string): string => `"${text.replaceAll(/["\\]/gu, String.raw`\$&`)}"`
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
