import { LlamaGrammarEvaluationState, type LlamaContextSequence, type LlamaModel, type SequenceEvaluateOptions, type Token } from 'node-llama-cpp'
import { choiceGrammar, Choices } from './choices.js'
import type { GrammarCache } from './grammar-cache.js'
import type { GenerateRequest, GenerationEnd } from './message.js'
import type { TextWriter } from './text-writer.js'

export interface ChooseParts {
  readonly model: LlamaModel
  readonly sequence: LlamaContextSequence
  readonly grammars: GrammarCache
  readonly sampling: SequenceEvaluateOptions
  readonly writer: TextWriter
  readonly signal: AbortSignal
  readonly onText: (text: string) => void
}

/**
 * Lets the model choose one of some texts. It is asked only where they part: what all that are left go on with is read in one go with the
 * token before it. On a CPU each token that is asked for costs as much as reading eight.
 */
export async function choose(request: GenerateRequest, last: readonly Token[], parts: ChooseParts): Promise<Pick<GenerationEnd, 'finish' | 'outputTokens'>> {
  const { model, sequence, grammars, sampling, writer, signal, onText } = parts
  const choices = new Choices(request.choices ?? [])
  const show = (text: string): void => {
    choices.read(text)
    if (text !== '') onText(text)
  }
  let pending = [...last]
  let outputTokens = 0
  while (choices.end === null && outputTokens < request.maxTokens) {
    const grammar = await grammars.find({ schema: null, grammar: choiceGrammar(choices.rests) })
    signal.throwIfAborted()
    const state = grammar === null ? {} : { grammarEvaluationState: new LlamaGrammarEvaluationState({ model, grammar }) }
    const token = await firstOf(sequence.evaluate(pending, { ...sampling, ...state }))
    if (token === null) break
    outputTokens += 1
    show(writer.write(token))
    const certain = choices.end === null ? choices.certain : ''
    const read = certain === '' ? [] : model.tokenize(certain, false, 'trimLeadingSpace')
    for (const each of read) writer.write(each)
    choices.read(certain)
    if (certain !== '') onText(certain)
    pending = [token, ...read]
  }
  const { end } = choices
  if (end !== null && end !== '') onText(end)
  return { finish: end === null && !choices.isWhole ? 'length' : 'stop', outputTokens }
}

/** The sampler behind the tokens is let go. */
async function firstOf(tokens: AsyncIterable<Token>): Promise<Token | null> {
  for await (const token of tokens) return token
  return null
}
