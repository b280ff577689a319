import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ChatCompletionRequest, completionBody, completionChunks } from './chat-completion.js'

/** One question and the place for its answer. */
interface Exchange {
  readonly request: ChatCompletionRequest
  /** What the model would say. */
  readonly answer: string
  readonly response: ServerResponse
  /** The URL that was asked for. */
  readonly url: string
}

type Fault = (exchange: Exchange) => Promise<void> | void

const retrySeconds = 7

/** How a server can answer. Each is what some real engine, proxy or network did. */
export const faults = {
  good: (exchange) => answer(exchange, exchange.answer, 'stop'),
  /** A preamble and a code fence around the answer. */
  fenced: (exchange) => answer(exchange, `Sure! Here is the JSON:\n\`\`\`json\n${exchange.answer}\n\`\`\`\nHope "this" helps}`, 'stop'),
  /** Does not stream although it was asked to. */
  'one-piece': (exchange) => json(exchange, 200, completionBody(exchange.request, { content: exchange.answer, finishReason: 'stop' })),
  length: (exchange) => answer(exchange, half(exchange.answer), 'length'),
  filtered: (exchange) => answer(exchange, '', 'content_filter'),
  'tool-call': (exchange) => answer(exchange, '', 'tool_calls', [{ id: 'call-1', type: 'function', function: { name: 'search', arguments: '{}' } }]),
  'plain-text': (exchange) => answer(exchange, 'You will love this amazing track by Elvis Presley!', 'stop'),
  'wrong-schema': (exchange) => answer(exchange, '{"narrative":"no sentences","score":5}', 'stop'),
  'slow-first-byte': async (exchange) => {
    await wait(exchange, 400)
    await answer(exchange, exchange.answer, 'stop')
  },
  hang: () => undefined,
  stall: (exchange) => stream(exchange, completionChunks(exchange.request, { content: half(exchange.answer), finishReason: null })),
  drip: async (exchange) => {
    const bytes = Buffer.from(events(completionChunks(exchange.request, { content: exchange.answer, finishReason: 'stop' })))
    startStream(exchange)
    for (let index = 0; index < bytes.length && !exchange.response.closed; index += 1) {
      exchange.response.write(bytes.subarray(index, index + 1))
      await wait(exchange, 1000)
    }
  },
  /** The socket is gone in the middle of an event. */
  cut: (exchange) => cutAfter(exchange, events(completionChunks(exchange.request, { content: half(exchange.answer), finishReason: null })).slice(0, -9)),
  'cut-character': (exchange) => {
    const begun = Buffer.from(events(completionChunks(exchange.request, { content: half(exchange.answer), finishReason: null })))
    cutAfter(exchange, Buffer.concat([begun, Buffer.from('data: {"choices":[{"index":0,"delta":{"content":"Sigur R'), Buffer.from([0xc3])]))
  },
  /** Ends as if all were well, half-way and without a finish reason. */
  'early-end': async (exchange) => {
    await stream(exchange, completionChunks(exchange.request, { content: half(exchange.answer), finishReason: null }))
    exchange.response.end()
  },
  'error-event': async (exchange) => {
    await stream(exchange, completionChunks(exchange.request, { content: half(exchange.answer), finishReason: null }))
    exchange.response.end('data: {"error":{"message":"the engine died","type":"internal_error","code":500}}\n\n')
  },
  'rate-limited': (exchange) => failure(exchange, 429, { 'retry-after': String(retrySeconds) }),
  'rate-limited-until': (exchange) => failure(exchange, 429, { 'retry-after': new Date(Date.now() + retrySeconds * 1000).toUTCString() }),
  'rate-limited-bare': (exchange) => failure(exchange, 429),
  'bad-request': (exchange) => failure(exchange, 400),
  unauthorised: (exchange) => failure(exchange, 401),
  'not-found': (exchange) => failure(exchange, 404),
  'server-error': (exchange) => failure(exchange, 500),
  unavailable: (exchange) => failure(exchange, 503, { 'retry-after': String(retrySeconds) }),
  'wrong-json': (exchange) => {
    startStream(exchange)
    exchange.response.end('data: {"choices":[{"index":0,"delta":\n\ndata: [DONE]\n\n')
  },
  huge: async (exchange) => {
    startStream(exchange)
    const event = events(completionChunks(exchange.request, { content: 'word '.repeat(20_000), finishReason: null }))
    for (let sent = 0; sent < 200 && !exchange.response.closed; sent += 1) {
      if (!exchange.response.write(event)) await new Promise((resolve) => exchange.response.once('drain', resolve).once('close', resolve))
    }
    exchange.response.end()
  },
  empty: (exchange) => {
    startStream(exchange)
    exchange.response.end()
  },
  html: (exchange) => {
    exchange.response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end('<!doctype html><title>Sign in</title><p>Welcome to the guest network.</p>')
  },
  'redirect-loop': (exchange) => {
    exchange.response.writeHead(307, { location: exchange.url }).end()
  },
} as const satisfies Record<string, Fault>

export type FaultKind = keyof typeof faults

async function answer(exchange: Exchange, content: string, finishReason: string, toolCalls?: readonly object[]): Promise<void> {
  const said = { content, finishReason, ...(toolCalls === undefined ? {} : { toolCalls }) }
  if (!exchange.request.stream) return json(exchange, 200, completionBody(exchange.request, said))
  await stream(exchange, completionChunks(exchange.request, said))
  exchange.response.end('data: [DONE]\n\n')
}

/** Sends the chunks one by one, so that a reader can break off between two, and leaves the stream open. */
async function stream(exchange: Exchange, chunks: readonly string[]): Promise<void> {
  startStream(exchange)
  for (const chunk of chunks) {
    if (exchange.response.closed) return
    exchange.response.write(events([chunk]))
    await wait(exchange, 1)
  }
}

function cutAfter(exchange: Exchange, begun: string | Buffer): void {
  startStream(exchange)
  exchange.response.write(begun, () => exchange.response.socket?.destroy())
}

function startStream(exchange: Exchange): void {
  exchange.response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
}

function json(exchange: Exchange, status: number, body: object, headers: Readonly<Record<string, string>> = {}): void {
  exchange.response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

function failure(exchange: Exchange, status: number, headers?: Readonly<Record<string, string>>): void {
  json(exchange, status, { error: { message: `fault ${status}`, type: 'fault', code: null } }, headers)
}

async function wait(exchange: Exchange, milliseconds: number): Promise<void> {
  const closed = new AbortController()
  const onClose = (): void => closed.abort()
  exchange.response.once('close', onClose)
  await sleep(milliseconds, undefined, { signal: closed.signal }).catch(() => undefined)
  exchange.response.off('close', onClose)
}

function events(chunks: readonly string[]): string {
  return chunks.map((chunk) => `data: ${chunk}\n\n`).join('')
}

/** Ends inside the first sentence. */
function half(text: string): string {
  return text.slice(0, Math.min(40, Math.floor(text.length / 2)))
}
