import { completionBody, completionChunks } from './chat-completion.js'
import { answer, type Fault, cutAfter, events, type Exchange, failure, json, raw, startStream, stream } from './fault-exchange.js'

const head = (...lines: readonly string[]): string => ['HTTP/1.1 200 OK', 'connection: close', ...lines, '', ''].join('\r\n')

/** What stands in a chunk beside the content on some server or other; none of it is an error. */
function decorated(chunk: string): string {
  const value = JSON.parse(chunk) as { choices: { delta?: { content?: string } }[] }
  const content = value.choices[0]?.delta?.content
  if (content === undefined) return chunk
  const delta = { content: [{ type: 'text', text: content }], reasoning_content: 'Let me think', tool_calls: [], function_call: null, refusal: null }
  return JSON.stringify({ ...value, choices: [{ index: 0, delta, finish_reason: null, logprobs: null }], usage: null, x_vendor: { id: 1 } })
}

/** An endpoint that refuses one wish or more, and is well otherwise. */
const without =
  (isRefused: (request: Exchange['request']) => boolean): Fault =>
  (exchange) =>
    isRefused(exchange.request) ? failure(exchange, 400) : answer(exchange, exchange.answer, 'stop')

/** Answers that are right, in ways that readers stumble over. */
export const oddAnswers = {
  /** CRLF, comments, other fields, a byte order mark, data over several lines, and no blank line at the end. */
  crlf: (exchange) => {
    startStream(exchange)
    const lines = completionChunks(exchange.request, { content: exchange.answer, finishReason: 'stop' }).flatMap((chunk) => [
      ': keep-alive',
      'event: message',
      'id: 7',
      `data:${chunk.slice(0, chunk.indexOf(',') + 1)}`,
      `data: ${chunk.slice(chunk.indexOf(',') + 1)}`,
      '',
    ])
    exchange.response.end(`\ufeff${[...lines, 'data: [DONE]'].join('\r\n')}`)
  },
  /** Chunks without choices, with an empty list of them, with content that is null or a list, with reasoning; and more after the end. */
  'odd-chunks': async (exchange) => {
    const chunks = completionChunks(exchange.request, { content: exchange.answer, finishReason: 'stop' })
    const oddities = [
      '{"object":"ping"}',
      '{"choices":[]}',
      '{"choices":[{"index":0,"delta":{"content":null}}]}',
      '{"choices":[{"index":0}]}',
      '{"choices":null}',
    ]
    await stream(exchange, [...oddities, ...chunks.map(decorated), '[DONE]', '[DONE]', 'rubbish'])
    exchange.response.end()
  },
  /** The answer in one piece as text, on a server that knows no types. */
  untyped: (exchange) => {
    exchange.response.writeHead(200).end(JSON.stringify(completionBody(exchange.request, { content: exchange.answer, finishReason: 'stop' })))
  },
  'no-json-schema': without(({ response_format: format }) => format?.type === 'json_schema'),
  'no-response-format': without((request) => request.response_format !== undefined),
  'no-stream-options': without((request) => request.response_format !== undefined || request.stream_options !== undefined),
} as const satisfies Record<string, Fault>

/** Failures below the protocol, and beside it. */
export const oddFaults = {
  /** The connection is reset instead of an answer. */
  reset: (exchange) => void exchange.response.socket?.resetAndDestroy(),
  'wrong-protocol': (exchange) => raw(exchange, 'SSH-2.0-OpenSSH_9.2p1\r\n'),
  'short-length': (exchange) =>
    raw(exchange, `${head('content-type: application/json', 'content-length: 30')}${'{"choices":[{"index":0,"message":{"content":"cut"}}]}'}`),
  'long-length': (exchange) => raw(exchange, `${head('content-type: application/json', 'content-length: 9000')}{"choices":[]`),
  'gzip-garbage': (exchange) =>
    void exchange.response.writeHead(200, { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' }).end('this was never compressed'),
  /** An error with status 200. */
  'json-error': (exchange) => json(exchange, 200, { error: { message: 'the model is overloaded', type: 'overloaded', code: 503 } }),
  'no-content': (exchange) => void exchange.response.writeHead(204).end(),
  /** 500, with a body that never ends. */
  'endless-error': (exchange) => {
    exchange.response.writeHead(500, { 'content-type': 'text/plain' })
    exchange.response.write('Traceback (most recent call last):\n')
  },
  /** No line break in 6 MB. */
  'long-line': (exchange) => {
    startStream(exchange)
    exchange.response.end(`data: {"choices":[{"delta":{"content":"${'word '.repeat(1_200_000)}"}}]}\n\n`)
  },
  'length-at-once': async (exchange) => {
    await stream(exchange, completionChunks(exchange.request, { content: '', finishReason: 'length' }))
    exchange.response.end('data: [DONE]\n\n')
  },
  /** Cut between two chunks of a chunked body, within its length. */
  'cut-chunk': (exchange) => cutAfter(exchange, events(['{"choices":[{"index":0,"delta":{"content":"{\\"sentences\\":[{"}}]}']).slice(0, 30)),
} as const satisfies Record<string, Fault>
