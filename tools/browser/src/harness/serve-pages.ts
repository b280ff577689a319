import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ServedPage {
  readonly type: string
  readonly body: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
  readonly status?: number
}

export interface PageServer extends AsyncDisposable {
  readonly port: number
  /** `http://127.0.0.1:PORT`. */
  readonly url: string
  /** The same server under another name: another site than `127.0.0.1`, as far as a browser is concerned. */
  readonly foreignUrl: string
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[]
}

/** Somebody else's web server: answers with what it is given, parts of it where a range is asked for (RFC 9110, one range), and 404 otherwise. */
export async function servePages(pages: (path: string) => ServedPage | null): Promise<PageServer> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    const page = pages(path)
    if (page === null) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.')
    answer(response, page, request.headers.range)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    foreignUrl: `http://somebody.localhost:${port}`,
    asked,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function answer(response: ServerResponse, page: ServedPage, range: string | undefined): void {
  const body = Buffer.from(page.body)
  const headers = { 'content-type': page.type, 'accept-ranges': 'bytes', ...page.headers }
  const match = /^bytes=(\d+)-(\d*)$/.exec(range ?? '')
  if (match === null || page.status !== undefined) return void response.writeHead(page.status ?? 200, { ...headers, 'content-length': body.length }).end(body)
  const from = Number(match[1])
  const to = Math.min(match[2] === '' ? body.length - 1 : Number(match[2]), body.length - 1)
  if (from > to) return void response.writeHead(416, { 'content-range': `bytes */${body.length}` }).end()
  response
    .writeHead(206, { ...headers, 'content-range': `bytes ${from}-${to}/${body.length}`, 'content-length': to - from + 1 })
    .end(body.subarray(from, to + 1))
}
