import { gzipSync } from 'node:zlib'
import { completionChunks } from './chat-completion.js'
import { events, type Exchange, type Fault, half, raw, startStream, wait } from './fault-exchange.js'

/** What a model streams, whole. */
function whole({ request, answer }: Exchange): string {
  return `${events(completionChunks(request, { content: answer, finishReason: 'stop' }))}data: [DONE]\n\n`
}

const head = (...lines: readonly string[]): string => ['HTTP/1.1 200 OK', 'content-type: text/event-stream', ...lines, '', ''].join('\r\n')

/** Writes pieces, each in a packet of its own as far as a network allows. */
async function inPackets(exchange: Exchange, pieces: readonly Buffer[]): Promise<void> {
  exchange.response.socket?.setNoDelay(true)
  startStream(exchange)
  for (const piece of pieces) {
    if (exchange.response.closed) return
    exchange.response.write(piece)
    await new Promise((resolve) => setImmediate(resolve))
  }
  exchange.response.end()
}

/** Answers that are right, and come in pieces that nobody chose. */
export const rawAnswers = {
  /** CR and LF in packets of their own, and every character of several bytes cut in its middle. */
  'split-lines': (exchange) => {
    const bytes = Buffer.from(whole(exchange).replaceAll('\n', '\r\n'))
    const cuts = [0, ...Array.from(bytes.keys()).filter((index) => bytes[index] === 0x0a || (bytes[index]! & 0xc0) === 0x80), bytes.length]
    return inPackets(
      exchange,
      cuts.slice(1).map((cut, index) => bytes.subarray(cuts[index], cut)),
    )
  },
  /** Words before the role, the role again between them, and the end said twice. */
  'late-role': (exchange) => {
    const role = JSON.stringify({ choices: [{ index: 0, delta: { role: 'assistant', content: '' } }] })
    const chunks = completionChunks(exchange.request, { content: exchange.answer, finishReason: 'stop' }).filter((chunk) => !chunk.includes('"role"'))
    const first = chunks.slice(0, 1)
    return inPackets(exchange, [Buffer.from(events([...first, role, ...chunks.slice(1), '[DONE]', role, '[DONE]']))])
  },
  /** A comment between any two events, as proxies send them to keep a connection. */
  'kept-alive': (exchange) => inPackets(exchange, [Buffer.from(whole(exchange).replaceAll('data: ', ': keep-alive\n\n: \n\ndata: '))]),
} as const satisfies Record<string, Fault>

/** Failures that only a socket can make. */
export const rawFaults = {
  /** A status line and a header that has no end. */
  'half-headers': (exchange) => void exchange.response.socket?.write('HTTP/1.1 200 OK\r\ncontent-type: text/event-str'),
  /** Headers, and nothing after them. */
  'headers-only': (exchange) => void exchange.response.socket?.write(head('transfer-encoding: chunked')),
  /** Comments keep the connection, and no word ever comes. */
  'comments-only': async (exchange) => {
    startStream(exchange)
    while (!exchange.response.closed) {
      exchange.response.write(': keep-alive\n\n')
      await wait(exchange, 50)
    }
  },
  /** A chunk whose length is none. */
  'bad-chunk': (exchange) => raw(exchange, `${head('transfer-encoding: chunked')}zz\r\ndata: {"choices":[]}\r\n0\r\n\r\n`),
  /** A chunk that is longer than it says. */
  'long-chunk': (exchange) => raw(exchange, `${head('transfer-encoding: chunked')}5\r\n${whole(exchange)}\r\n0\r\n\r\n`),
  /** 100 MB in 100 kB. */
  'gzip-bomb': (exchange) => {
    const event = `data: {"choices":[{"index":0,"delta":{"content":"${'word '.repeat(200_000)}"}}]}\n\n`
    exchange.response
      .writeHead(200, { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' })
      .end(gzipSync(Buffer.concat(Array.from({ length: 100 }, () => Buffer.from(event)))))
  },
  /** Between the events, and in them. */
  'nul-bytes': (exchange) => inPackets(exchange, [Buffer.from(whole({ ...exchange, answer: half(exchange.answer) }).replaceAll('data: {', 'data: \0{\0'))]),
  /** The one object of an error, as an event of a stream that ends well. */
  'error-at-once': (exchange) => inPackets(exchange, [Buffer.from(`${events(['{"error":"the model is not loaded"}'])}data: [DONE]\n\n`)]),
  /** Another answer follows on the same connection, unasked. */
  'two-answers': (exchange) => {
    const body = '{"error":{"message":"busy"}}'
    const answer = `HTTP/1.1 503 Busy\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
    raw(exchange, `${answer}${answer}`)
  },
  /** A header line of a megabyte. */
  'huge-header': (exchange) => raw(exchange, head(`x-trace: ${'a'.repeat(1_000_000)}`)),
} as const satisfies Record<string, Fault>
