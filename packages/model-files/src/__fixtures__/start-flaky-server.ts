import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface FlakyServer extends AsyncDisposable {
  readonly url: string
  /** In order of arrival. */
  readonly requests: { path: string; range: string | undefined; ifRange: string | undefined; authorization: string | undefined }[]
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A server on loopback whose n-th request gets the n-th answer, the last one for ever. */
export async function startFlakyServer(...answers: Answer[]): Promise<FlakyServer> {
  const requests: FlakyServer['requests'] = []
  const server = createServer((request, response) => {
    const { range, authorization, 'if-range': ifRange } = request.headers
    requests.push({ path: request.url ?? '', range, ifRange: typeof ifRange === 'string' ? ifRange : undefined, authorization })
    answers[Math.min(requests.length, answers.length) - 1]?.(request, response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

export interface ServeOptions {
  readonly etag?: string
  /** The connection breaks after so many bytes of the body. */
  readonly cutAfter?: number
  /** It stays open, but nothing comes after so many bytes. */
  readonly stallAfter?: number
  readonly ranges?: boolean
}

/** Serves `body` as a web server does: 206 for a Range whose If-Range still holds, 416 past the end. */
export function serve(body: Buffer, { etag = '"a"', cutAfter, stallAfter, ranges = true }: ServeOptions = {}): Answer {
  return (request, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    const current = request.headers['if-range'] === undefined || request.headers['if-range'] === etag
    const partial = ranges && start > 0 && current
    if (partial && start >= body.length) {
      response.writeHead(416, { 'content-range': `bytes */${body.length}` }).end()
      return
    }
    const rest = partial ? body.subarray(start) : body
    const range = partial ? { 'content-range': `bytes ${start}-${body.length - 1}/${body.length}` } : {}
    response.writeHead(partial ? 206 : 200, { etag, 'content-length': rest.length, ...range })
    const limit = cutAfter ?? stallAfter
    if (limit === undefined) response.end(rest)
    // Ended, not destroyed: a reset throws away what the other side has not read yet, and on a busy machine that was everything.
    else response.write(rest.subarray(0, limit), () => cutAfter !== undefined && setTimeout(() => response.socket?.end(), 5))
  }
}

export function answer(status: number, headers: Record<string, string> = {}, body = ''): Answer {
  return (_request, response) => void response.writeHead(status, headers).end(body)
}
