/** The OpenAI chat-completions protocol, as servers speak it. */
export interface ChatCompletionRequest {
  readonly model: string
  readonly stream: boolean
  readonly messages: readonly { readonly role: string; readonly content: string }[]
  readonly max_tokens?: number
  readonly response_format?: { readonly type: string }
  readonly stream_options?: { readonly include_usage?: boolean }
}

export interface ChatAnswer {
  readonly content: string
  readonly finishReason: string | null
  readonly toolCalls?: readonly object[]
}

const usage = { prompt_tokens: 210, completion_tokens: 40, total_tokens: 250, prompt_tokens_details: { cached_tokens: 180 } }

/** The answer in one piece. */
export function completionBody(request: ChatCompletionRequest, answer: ChatAnswer): object {
  const message = { role: 'assistant', content: answer.toolCalls === undefined ? answer.content : null, tool_calls: answer.toolCalls }
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: request.model,
    choices: [{ index: 0, message, finish_reason: answer.finishReason }],
    usage,
  }
}

/** The answer as the data of server-sent events, a few characters each. */
export function completionChunks(request: ChatCompletionRequest, answer: ChatAnswer): readonly string[] {
  const chunk = (delta: object, finishReason: string | null): string =>
    JSON.stringify({
      id: 'chatcmpl-1',
      object: 'chat.completion.chunk',
      created: 1,
      model: request.model,
      choices: [{ index: 0, delta, finish_reason: finishReason }],
    })
  const pieces = answer.toolCalls === undefined ? (answer.content.match(/[\s\S]{1,6}/gu) ?? []) : []
  return [
    chunk({ role: 'assistant', content: '' }, null),
    ...pieces.map((piece) => chunk({ content: piece }, null)),
    ...(answer.toolCalls ?? []).map((call, index) => chunk({ tool_calls: [{ index, ...call }] }, null)),
    ...(answer.finishReason === null ? [] : [chunk({}, answer.finishReason)]),
    ...(request.stream_options?.include_usage === true && answer.finishReason !== null
      ? [JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: request.model, choices: [], usage })]
      : []),
  ]
}

/** What a well-behaved model says: the first two facts of the prompt, with their ids. */
export function truthfulAnswer(request: ChatCompletionRequest): string {
  const facts = [...(request.messages.at(-1)?.content ?? '').matchAll(/^("F\d+"):(".*?"),?$/gmu)].slice(0, 2)
  return JSON.stringify({ sentences: facts.map(([, id, statement]) => ({ text: JSON.parse(statement ?? '""'), facts: [JSON.parse(id ?? '""')] })) })
}
