import type { NarrativeFact } from '@linernotes/narrative-sdk'
import { cleanLine } from '../clean-line.js'
import { boundWords, freeWords, openings } from './lexicon-en.js'
import { terminalsOf } from './terminals.js'

/** Words of a sentence after its opening; a name counts as one. */
const [leastWords, mostWords] = [2, 10]

/**
 * GBNF grammar (llama.cpp, grammars/README.md) of one sentence for each group of facts, a line each. The model chooses the words and their
 * order among some two hundred; names and numbers are whole, and a sentence has those of its own facts only.
 */
export function wordsGrammar(groups: readonly (readonly NarrativeFact[])[]): string {
  const root = `root ::= ${groups.map((_, index) => `sentence${index}`).join(String.raw` "\n" `)}`
  return [root, ...groups.flatMap(sentenceRules)].join('\n')
}

function sentenceRules(facts: readonly NarrativeFact[], index: number): readonly string[] {
  const names = [...new Set(facts.flatMap(terminalsOf))]
  const said = new Set(
    facts.flatMap(
      ({ statement }) =>
        cleanLine(statement)
          .toLowerCase()
          .match(/\p{L}+/gu) ?? [],
    ),
  )
  const words = [...freeWords, ...boundWords.filter((word) => said.has(word))]
  const capitals = names.map((name) => name.charAt(0).toUpperCase() + name.slice(1))
  return [
    `name${index} ::= ${oneOf(names)}`,
    `opening${index} ::= ${oneOf([...openings, ...capitals])}`,
    `word${index} ::= ${oneOf(words)}`,
    `sentence${index} ::= opening${index} ([,:]? " " (word${index} | name${index})){${leastWords},${mostWords}} "."`,
  ]
}

function oneOf(texts: readonly string[]): string {
  return texts.length === 0 ? '"it"' : [...new Set(texts)].map((text) => `"${text.replaceAll(/["\\]/gu, String.raw`\$&`)}"`).join(' | ')
}
