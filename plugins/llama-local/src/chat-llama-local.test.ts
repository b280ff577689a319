import { HumanMessage } from '@langchain/core/messages'
import { describe, expect, test } from 'vitest'
import { ChatLlamaLocal } from './chat-llama-local.js'
import type { GenerateRequest } from './child/message.js'

function chatThatSays(words: readonly string[]): { chat: ChatLlamaLocal; requests: GenerateRequest[] } {
  const requests: GenerateRequest[] = []
  const chat = new ChatLlamaLocal({
    model: 'stories260k',
    sampling: { temperature: 0.5, topP: 0.9, repeatPenalty: 1, maxTokens: 50 },
    async *generate(request, signal) {
      requests.push(request)
      for (const text of words) {
        signal.throwIfAborted()
        yield { type: 'text', text }
      }
      yield { type: 'end', finish: 'stop', inputTokens: 10, cachedTokens: 4, outputTokens: words.length }
    },
  })
  return { chat, requests }
}

describe('the chat model', () => {
  test('streams what invoke gives whole, with usage and the reason for its end', async () => {
    const { chat } = chatThatSays(['Slow ', 'rain', '.'])
    const pieces: string[] = []
    for await (const chunk of await chat.stream('Hello')) pieces.push(chunk.text)
    const message = await chat.invoke('Hello')
    expect(pieces.filter((piece) => piece !== '')).toEqual(['Slow ', 'rain', '.'])
    expect(message.text).toBe('Slow rain.')
    expect(message.usage_metadata).toMatchObject({ input_tokens: 10, output_tokens: 3, total_tokens: 13, input_token_details: { cache_read: 4 } })
    expect(message.response_metadata).toMatchObject({ finish_reason: 'stop', model_name: 'stories260k' })
  })

  test('hands over roles, schema, grammar, seed and limits', async () => {
    const { chat, requests } = chatThatSays(['x'])
    const schema = { type: 'object' }
    await chat.invoke([['system', 's'], new HumanMessage('h'), ['ai', 'a'], ['human', 'h2']], { responseSchema: schema, seed: 7, maxTokens: 9, stop: ['\n'] })
    await chat.invoke('h', { responseGrammar: 'root ::= "x"', temperature: 0 })
    expect(requests[0]).toEqual({
      messages: [
        { role: 'system', content: 's' },
        { role: 'user', content: 'h' },
        { role: 'assistant', content: 'a' },
        { role: 'user', content: 'h2' },
      ],
      sharedMessages: 0,
      schema,
      grammar: null,
      choices: null,
      maxTokens: 9,
      temperature: 0.5,
      topP: 0.9,
      repeatPenalty: 1,
      seed: 7,
      stop: ['\n'],
    })
    expect(requests[1]).toMatchObject({ schema: null, grammar: 'root ::= "x"', temperature: 0, seed: null, maxTokens: 50 })
  })
})
