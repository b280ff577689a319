import type { AIMessageChunk } from '@langchain/core/messages'
import { NarrativeError, type NarrativeRequest } from '@linernotes/narrative-sdk'
import type { RunnableInput, StreamingRunnable } from '@linernotes/narrative-sdk/langchain'
import type { ChatLlamaLocal, ChatLlamaLocalCallOptions } from '../chat-llama-local.js'
import { groupFacts, wordsMessages } from './words-prompt.js'
import { wordsGrammar } from './words-grammar.js'

/** The model writes, a sentence a line, and the JSON with what each rests on is put around it here. */
export function writeWords(chat: ChatLlamaLocal): StreamingRunnable<RunnableInput> {
  return { stream: async ({ request }, options: ChatLlamaLocalCallOptions = {}) => write(chat, request, options) }
}

async function* write(chat: ChatLlamaLocal, request: NarrativeRequest, options: ChatLlamaLocalCallOptions): AsyncGenerator<string | AIMessageChunk> {
  const groups = groupFacts(request)
  if (groups.length === 0) throw new NarrativeError('unsupported', `Nothing can be said of this item in ${request.maxWords} words; raise maxWords.`)
  const messages = wordsMessages(groups)
  const call = { ...options, sharedMessages: messages.length - 1, responseGrammar: wordsGrammar(groups) }
  const citations = groups.map((facts) => `","facts":${JSON.stringify(facts.map(({ id }) => id))}}`)
  let sentence = 0
  yield '{"sentences":[{"text":"'
  for await (const chunk of await chat.stream(
    messages.map(({ role, content }): [string, string] => [role, content]),
    call,
  )) {
    for (const character of chunk.text) yield character === '\n' ? `${citations[sentence++] ?? ''},{"text":"` : JSON.stringify(character).slice(1, -1)
    if (chunk.usage_metadata === undefined) continue
    if (chunk.response_metadata['finish_reason'] !== 'length') yield `${citations[sentence] ?? ''}]}`
    yield chunk // without text: it tells the usage and why the text ended
  }
}
