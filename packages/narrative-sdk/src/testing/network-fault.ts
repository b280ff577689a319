import { chatResponse } from './chat-fetch.js'
import type { ChatCompletionRequest } from './chat-completion.js'
import { bytesThen, cutError, drip, endless, hangUntilAborted } from './faulty-body.js'

/** One question that goes wrong. */
export interface FaultyExchange {
  /** What is asked, where that is a chat completion of the OpenAI protocol. */
  readonly chat: ChatCompletionRequest | null
  readonly url: string
  readonly redirect: 'follow' | 'error' | 'manual'
  readonly signal: AbortSignal | null
  /** What the backend answers if all is well. */
  good(): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string }>
}

export type NetworkFault =
  | 'rate-limited'
  | 'rate-limited-bare'
  | 'server-error'
  | 'unavailable'
  | 'refused'
  | 'silence'
  | 'drip'
  | 'cut'
  | 'cut-character'
  | 'early-end'
  | 'wrong-json'
  | 'huge'
  | 'empty'
  | 'html'
  | 'redirect-loop'
  | 'wrong-schema'
  | 'tool-call'

type Fault = (exchange: FaultyExchange) => Promise<Response> | Response

/** What a 429 and a 503 ask for, in seconds. */
const retrySeconds = 7
const text = new TextEncoder()

/** How a network, a proxy or an engine answers that is not well. Kinds that spoil an answer take the good one of the backend, whatever its protocol is. */
export const networkFaults: Readonly<Record<NetworkFault, Fault>> = {
  'rate-limited': () => failure(429, { 'retry-after': String(retrySeconds) }),
  'rate-limited-bare': () => failure(429),
  'server-error': () => failure(500),
  unavailable: () => failure(503, { 'retry-after': String(retrySeconds) }),
  refused: () => Promise.reject(fetchFailed(Object.assign(new Error('connect ECONNREFUSED 192.0.2.1:443'), { code: 'ECONNREFUSED' }))),
  silence: ({ signal }) => hangUntilAborted(signal),
  /** A byte a second. */
  drip: async (exchange) => {
    const { bytes, type } = await exchange.good()
    return answer(drip(bytes, exchange.signal), type)
  },
  /** The connection is gone in the middle of a token. */
  cut: async (exchange) => {
    const { bytes, type } = await exchange.good()
    return answer(bytesThen(bytes.subarray(0, Math.floor(bytes.length / 2)), cutError()), type)
  },
  /** The connection is gone in the middle of a UTF-8 character. */
  'cut-character': async (exchange) => {
    const { bytes, type } = await exchange.good()
    return answer(bytesThen(Uint8Array.from([...bytes.subarray(0, Math.floor(bytes.length / 2)), 0xe2, 0x80]), cutError()), type)
  },
  /** Ends as if all were well, half-way; a stream of events between two of them. */
  'early-end': async (exchange) => {
    const { bytes, type } = await exchange.good()
    const half = new TextDecoder().decode(bytes.subarray(0, Math.floor(bytes.length / 2)))
    const end = half.lastIndexOf('\n\n')
    return answer(end < 0 ? half : half.slice(0, end + 2), type)
  },
  'wrong-json': async (exchange) => {
    const { type } = await exchange.good()
    return answer(/event-stream/u.test(type) ? 'data: {"choices":[{"index":0,"delta":\n\ndata: [DONE]\n\n' : '{"choices":[{"index":0,', type)
  },
  /** 64 MiB of an answer that never ends, and then silence. */
  huge: async (exchange) => {
    const { bytes, type } = await exchange.good()
    const words = 'word '.repeat(2_000)
    const event = exchange.chat?.stream === true ? eventsOf(exchange.chat, words) : words
    const begin = exchange.chat?.stream === true ? eventsOf(exchange.chat, '{"sentences":[{"text":"') : bytes.subarray(0, Math.floor(bytes.length / 2))
    return answer(endless(typeof begin === 'string' ? text.encode(begin) : begin, text.encode(event), exchange.signal), type)
  },
  empty: async (exchange) => answer('', (await exchange.good()).type),
  html: () => answer('<!doctype html><title>Sign in</title><p>Welcome to the guest network.</p>', 'text/html; charset=utf-8'),
  'redirect-loop': ({ url, redirect }) => {
    if (redirect !== 'manual') return Promise.reject(fetchFailed(new Error(redirect === 'error' ? 'unexpected redirect' : 'redirect count exceeded')))
    return new Response(null, { status: 307, headers: { location: url } })
  },
  'wrong-schema': ({ chat }) => {
    const content = '{"narrative":"no sentences","score":5}'
    return chat === null ? answer(content, 'application/json') : chatResponse(chat, { content, finishReason: 'stop' })
  },
  'tool-call': ({ chat }) => {
    const toolCalls = [{ id: 'call-1', type: 'function', function: { name: 'search', arguments: '{}' } }]
    return chat === null ? Response.json({ tool_calls: toolCalls }) : chatResponse(chat, { content: '', finishReason: 'tool_calls', toolCalls })
  },
}

function answer(body: string | ReadableStream<Uint8Array<ArrayBuffer>>, type: string): Response {
  return new Response(body, { headers: { 'content-type': type } })
}

function failure(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json({ error: { message: `fault ${status}`, type: 'fault', code: null } }, { status, headers })
}

/** As Node's fetch says it. */
function fetchFailed(cause: Error): TypeError {
  return new TypeError('fetch failed', { cause })
}

function eventsOf(chat: ChatCompletionRequest, content: string): string {
  const delta = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: chat.model, choices: [{ index: 0, delta: { content } }] }
  return `data: ${JSON.stringify(delta)}\n\n`
}
