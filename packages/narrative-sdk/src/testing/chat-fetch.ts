import { type ChatAnswer, type ChatCompletionRequest, completionBody, completionChunks, truthfulAnswer } from './chat-completion.js'

export interface ChatFetchOptions {
  /** The one model that it lists and serves. */
  readonly model?: string
  /** What its model says; default: true sentences made of the prompt's facts. */
  readonly answer?: string | ((request: ChatCompletionRequest) => string)
}

/** An OpenAI-compatible endpoint as a fetch: nothing listens and nothing leaves the process. Every address is the endpoint. */
export function chatFetch(options: ChatFetchOptions = {}): typeof fetch {
  const model = options.model ?? 'llama-3.1-8b-instruct'
  return async (input, init) => {
    signalOf(input, init)?.throwIfAborted()
    const address = new URL(input instanceof Request ? input.url : input)
    if (address.pathname.endsWith('/models')) return Response.json({ object: 'list', data: [{ id: model, object: 'model' }] })
    const request = await chatRequestOf(input, init)
    if (request === null) return Response.json({ error: { message: `There is no ${address.pathname} here` } }, { status: 404 })
    const content = typeof options.answer === 'function' ? options.answer(request) : (options.answer ?? truthfulAnswer(request))
    return chatResponse(request, { content, finishReason: 'stop' })
  }
}

/** The answer to a chat completion, as a stream where one was asked for. */
export function chatResponse(request: ChatCompletionRequest, answer: ChatAnswer): Response {
  if (!request.stream) return Response.json(completionBody(request, answer))
  const events = [...completionChunks(request, answer), '[DONE]'].map((data) => `data: ${data}\n\n`)
  return new Response(events.join(''), { headers: { 'content-type': 'text/event-stream' } })
}

/** The chat completion that is asked for; null: something else is. */
export async function chatRequestOf(input: Parameters<typeof fetch>[0], init: RequestInit | undefined): Promise<ChatCompletionRequest | null> {
  const text = typeof init?.body === 'string' ? init.body : input instanceof Request ? await input.clone().text() : ''
  const body = text.startsWith('{') ? (JSON.parse(text) as Partial<ChatCompletionRequest>) : {}
  return Array.isArray(body.messages) ? { model: '', stream: false, messages: [], ...body } : null
}

export function signalOf(input: Parameters<typeof fetch>[0], init: RequestInit | undefined): AbortSignal | null {
  return init?.signal ?? (input instanceof Request ? input.signal : null)
}
