import type { RunnableInput, StreamingRunnable } from '@linernotes/narrative-sdk/langchain'
import type { AIMessageChunk } from '@langchain/core/messages'
import type { ChatLlamaLocal, ChatLlamaLocalCallOptions } from './chat-llama-local.js'
import { toClause, type Clause } from './clause.js'
import { planSentences, type PlannedSentence } from './plan-sentences.js'
import { sentenceGrammar } from './sentence-grammar.js'
import { sentenceMessages } from './short-prompt.js'

/** Makes the answer of several small ones: each planned sentence is asked for alone, and the JSON around them is written here. */
export function writeSentences(chat: ChatLlamaLocal): StreamingRunnable<RunnableInput> {
  return { stream: async ({ request }, options: ChatLlamaLocalCallOptions = {}) => write(chat, planSentences(request), options) }
}

async function* write(chat: ChatLlamaLocal, plan: readonly PlannedSentence[], options: ChatLlamaLocalCallOptions): AsyncGenerator<string | AIMessageChunk> {
  yield '{"sentences":['
  for (const [index, { facts }] of plan.entries()) {
    yield `${index === 0 ? '' : ','}{"text":"`
    const clauses = facts.map(toClause)
    const written: string[] = []
    for await (const chunk of await chat.stream(sentenceMessages(facts), { ...options, responseGrammar: sentenceGrammar(clauses) })) {
      written.push(chunk.text)
      if (chunk.usage_metadata === undefined) yield JSON.stringify(chunk.text).slice(1, -1)
      else yield chunk // without text: it tells the usage and why the sentence ended
      if (chunk.response_metadata['finish_reason'] === 'length') return
    }
    yield `","facts":${JSON.stringify(toldFacts(clauses, written.join('')))}}`
  }
  yield ']}'
}

function toldFacts(clauses: readonly Clause[], sentence: string): readonly string[] {
  return clauses.filter(({ rest }) => sentence.includes(rest.trim())).map(({ factId }) => factId)
}
