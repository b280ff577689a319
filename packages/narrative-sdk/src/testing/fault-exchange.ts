import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ChatCompletionRequest, completionBody, completionChunks } from './chat-completion.js'

/** One question and the place for its answer. */
export interface Exchange {
  readonly request: ChatCompletionRequest
  /** What the model would say. */
  readonly answer: string
  readonly response: ServerResponse
  /** The URL that was asked for. */
  readonly url: string
}

export type Fault = (exchange: Exchange) => Promise<void> | void

export async function answer(exchange: Exchange, content: string, finishReason: string, toolCalls?: readonly object[]): Promise<void> {
  const said = { content, finishReason, ...(toolCalls === undefined ? {} : { toolCalls }) }
  if (!exchange.request.stream) return json(exchange, 200, completionBody(exchange.request, said))
  await stream(exchange, completionChunks(exchange.request, said))
  exchange.response.end('data: [DONE]\n\n')
}

/** Sends the chunks one by one, so that a reader can break off between two, and leaves the stream open. */
export async function stream(exchange: Exchange, chunks: readonly string[]): Promise<void> {
  startStream(exchange)
  for (const chunk of chunks) {
    if (exchange.response.closed) return
    exchange.response.write(events([chunk]))
    await wait(exchange, 1)
  }
}

/** The beginning of the answer, as if all were well: nothing is wrong before its end. */
export function half(text: string): string {
  return text.slice(0, Math.min(40, Math.floor(text.length / 2)))
}

/** The socket is gone after these bytes. */
export function cutAfter(exchange: Exchange, begun: string | Buffer): void {
  startStream(exchange)
  exchange.response.write(begun, () => exchange.response.socket?.destroy())
}

export function startStream(exchange: Exchange): void {
  if (exchange.response.headersSent) return
  exchange.response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
  exchange.response.flushHeaders()
}

/** Byte by byte, one a second, past the HTTP library. */
export async function drip(exchange: Exchange, bytes: Buffer, write: (byte: Buffer) => void): Promise<void> {
  for (let index = 0; index < bytes.length && !exchange.response.closed; index += 1) {
    write(bytes.subarray(index, index + 1))
    await wait(exchange, 1000)
  }
}

/** Writes what it is told, and no HTTP of its own; closes the connection after it unless told otherwise. */
export function raw(exchange: Exchange, bytes: string | Buffer, then: 'close' | 'cut' = 'close'): void {
  const { socket } = exchange.response
  socket?.write(bytes, () => (then === 'cut' ? socket.destroy() : socket.end()))
}

export function json(exchange: Exchange, status: number, body: object, headers: Readonly<Record<string, string>> = {}): void {
  exchange.response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

export function failure(exchange: Exchange, status: number, headers?: Readonly<Record<string, string>>): void {
  json(exchange, status, { error: { message: `fault ${status}`, type: 'fault', code: null } }, headers)
}

export async function wait(exchange: Exchange, milliseconds: number): Promise<void> {
  const closed = new AbortController()
  const onClose = (): void => closed.abort()
  exchange.response.once('close', onClose)
  await sleep(milliseconds, undefined, { signal: closed.signal }).catch(() => undefined)
  exchange.response.off('close', onClose)
}

export function events(chunks: readonly string[]): string {
  return chunks.map((chunk) => `data: ${chunk}\n\n`).join('')
}
