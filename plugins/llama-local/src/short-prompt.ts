import { AIMessage, HumanMessage, SystemMessage, type BaseMessage } from '@langchain/core/messages'
import type { NarrativeFact } from '@linernotes/narrative-sdk'
import { quoteUntrusted, type NarrativePrompt } from '@linernotes/narrative-sdk/langchain'
import { planSentences } from './plan-sentences.js'

const systemText = 'Say the facts to a friend in one short sentence. Keep every name and number as it is. Add nothing.'

/** A fact longer than this is cut. */
const factCharacters = 320

/** Few: the grammar does the rest, and a prompt is what a narrative costs on a CPU. */
const examples: readonly (readonly [facts: string, sentence: string])[] = [
  ['You played Ana Lux 57 times in 2014. You last played Ana Lux in May 2016.', 'You played Ana Lux 57 times in 2014, and last played Ana Lux in May 2016.'],
  ['"Slow Rain" is by Ana Lux. "Slow Rain" is 9:40 long.', '"Slow Rain" is by Ana Lux, and it is 9:40 long.'],
]

/**
 * For models of a few hundred million parameters: they lose their way in JSON and in long instructions, but follow examples. Which
 * facts are told is decided before; the model words one sentence at a time.
 */
export const shortPrompt: NarrativePrompt = {
  version: 'short-2',
  build(request) {
    const told = planSentences(request).flatMap(({ facts }) => facts)
    return { messages: [{ role: 'system', content: systemText }], schema: {}, factIds: told.map(({ id }) => id), warnings: [] }
  },
}

/** The same beginning for every sentence, then its facts: the engine reads the beginning once. */
export function sentenceMessages(facts: readonly NarrativeFact[]): BaseMessage[] {
  const shown = examples.flatMap(([told, sentence]) => [new HumanMessage(told), new AIMessage(sentence)])
  return [new SystemMessage(systemText), ...shown, new HumanMessage(facts.map(({ statement }) => cleanLine(statement)).join(' '))]
}

/** Untrusted text as one harmless line. */
export function cleanLine(text: string): string {
  return JSON.parse(quoteUntrusted(text, factCharacters))
}
