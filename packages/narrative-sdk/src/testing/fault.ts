import { completionBody, completionChunks } from './chat-completion.js'
import { answer, cutAfter, drip, events, type Fault, failure, half, json, startStream, stream, wait } from './fault-exchange.js'
import { oddAnswers, oddFaults } from './fault-odd.js'
import { rawAnswers, rawFaults } from './fault-raw.js'

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
  drip: (exchange) => {
    startStream(exchange)
    const whole = events(completionChunks(exchange.request, { content: exchange.answer, finishReason: 'stop' }))
    return drip(exchange, Buffer.from(whole), (byte) => exchange.response.write(byte))
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
  ...oddAnswers,
  ...oddFaults,
  ...rawAnswers,
  ...rawFaults,
} as const satisfies Record<string, Fault>

export type FaultKind = keyof typeof faults
