import { completionBody, completionChunks } from './chat-completion.js'
import { faults } from './fault.js'
import { cutAfter, drip, type Exchange, events, type Fault, half, json, raw, startStream, stream } from './fault-exchange.js'

/** When a fault strikes: instead of an answer, after its headers, in the middle of its text, after the whole text, or only while the endpoint is looked at (its models, a request for a few tokens). */
export const faultPhases = ['before-headers', 'after-headers', 'mid-stream', 'at-end', 'probe'] as const
export type FaultPhase = (typeof faultPhases)[number]

const silence: Fault = () => undefined
const failing =
  (code: number): Fault =>
  (exchange) =>
    void exchange.response.end(events([JSON.stringify({ error: { message: `fault ${code}`, type: 'fault', code } })]))
const cutCharacter = Buffer.concat([Buffer.from('data: {"choices":[{"index":0,"delta":{"content":"Sigur R'), Buffer.from([0xc3])])
const page = '<!doctype html><title>Bad gateway</title><p>The proxy gave up.</p>'
const toolCall = [{ id: 'call-1', type: 'function', function: { name: 'search', arguments: '{}' } }]

/** The kinds that can strike in every phase, as they strike once an answer has begun. */
const within = {
  'rate-limited': failing(429),
  'rate-limited-bare': failing(429),
  'server-error': failing(500),
  unavailable: failing(503),
  reset: (exchange) => void exchange.response.socket?.resetAndDestroy(),
  hang: silence,
  drip: (exchange) => drip(exchange, Buffer.from(events(['{"choices":[{"index":0,"delta":{"content":" and"}}]}'])), (byte) => exchange.response.write(byte)),
  cut: (exchange) => cutAfter(exchange, 'data: {"choices":[{"index":0,"delta":{"cont'),
  'cut-character': (exchange) => cutAfter(exchange, cutCharacter),
  'early-end': (exchange) => void exchange.response.end(),
  'wrong-json': (exchange) => void exchange.response.end('data: {"choices":[{"index":0,"delta":\n\ndata: [DONE]\n\n'),
  huge: (exchange) => faults.huge(exchange),
  empty: (exchange) => void exchange.response.end('data:\n\ndata: \n\n\n\n'),
  html: (exchange) => void exchange.response.end(page),
  'redirect-loop': (exchange) => void exchange.response.end(`HTTP/1.1 307 Temporary Redirect\r\nlocation: ${exchange.url}\r\n\r\n`),
  'wrong-schema': async (exchange) => {
    await stream(exchange, completionChunks(exchange.request, { content: '","narrative":[5,{"score":true}]}', finishReason: 'stop' }))
    exchange.response.end('data: [DONE]\n\n')
  },
  'tool-call': async (exchange) => {
    await stream(exchange, completionChunks(exchange.request, { content: '', finishReason: 'tool_calls', toolCalls: toolCall }))
    exchange.response.end('data: [DONE]\n\n')
  },
} as const satisfies Record<string, Fault>

export type PhasedFault = keyof typeof within
export const phasedFaults = Object.keys(within) as readonly PhasedFault[]

/** Instead of an answer; what is not named here is as in `faults`. */
const instead: Partial<Record<PhasedFault, Fault>> = {
  drip: (exchange) => {
    const { socket } = exchange.response
    return drip(exchange, Buffer.from('HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n'), (byte) => socket?.write(byte))
  },
  cut: (exchange) => raw(exchange, 'HTTP/1.1 200 O', 'cut'),
  'cut-character': (exchange) => raw(exchange, Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nx-model: Sigur R'), Buffer.from([0xc3])]), 'cut'),
  'early-end': (exchange) => raw(exchange, ''),
  'wrong-json': (exchange) => void exchange.response.writeHead(200, { 'content-type': 'application/json' }).end('{"choices":[{"index":0,'),
  huge: (exchange) => raw(exchange, `HTTP/1.1 200 OK\r\n${`x-trace: ${'a'.repeat(1000)}\r\n`.repeat(100)}\r\n`),
  empty: (exchange) => void exchange.response.writeHead(200, { 'content-length': '0' }).end(),
  'wrong-schema': (exchange) => json(exchange, 200, { object: 'list', results: [{ text: 'another API' }] }),
  'tool-call': (exchange) => json(exchange, 200, completionBody(exchange.request, { content: '', finishReason: 'tool_calls', toolCalls: toolCall })),
}

/** `kind`, striking when `phase` says. What is asked while the endpoint is looked at is 'before-headers', too. */
export async function strike(kind: PhasedFault, phase: FaultPhase, exchange: Exchange): Promise<void> {
  if (phase === 'before-headers' || phase === 'probe') return (instead[kind] ?? faults[kind])(exchange)
  const content = { 'after-headers': '', 'mid-stream': half(exchange.answer), 'at-end': exchange.answer }[phase]
  if (content === '') startStream(exchange)
  else await stream(exchange, completionChunks(exchange.request, { content, finishReason: null }))
  if (!exchange.response.closed) await within[kind](exchange)
}
