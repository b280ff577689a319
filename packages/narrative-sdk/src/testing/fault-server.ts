import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { type ChatCompletionRequest, truthfulAnswer } from './chat-completion.js'
import { type FaultKind, faults } from './fault.js'

export interface FaultServer extends AsyncDisposable {
  /** Base URL, ending in /v1, under which every answer is of this kind; 'refused': of a port where nobody listens. */
  baseUrl(kind: FaultKind | 'refused'): string
  /** What was asked, in order. */
  readonly received: readonly ReceivedRequest[]
  /** Chat completions that began. */
  readonly startedCompletions: number
  /** Requests whose answer has not ended and whose client is still there. */
  readonly activeRequests: number
}

export interface ReceivedRequest {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  /** Parsed; null where there was none. */
  readonly body: unknown
}

/** Kinds that also spoil GET /models, because the whole server is like that. */
const wholeServerFaults: ReadonlySet<string> = new Set<FaultKind>([
  'hang',
  'rate-limited',
  'unauthorised',
  'not-found',
  'server-error',
  'unavailable',
  'empty',
  'html',
  'redirect-loop',
])

/** A real HTTP server on loopback that speaks the OpenAI chat-completions protocol, well or badly. `answer` is what its model says; default: true sentences made of the prompt's facts. */
export async function openFaultServer(
  options: { readonly model?: string; readonly answer?: string | ((request: ChatCompletionRequest) => string) } = {},
): Promise<FaultServer> {
  const received: ReceivedRequest[] = []
  const sockets = new Set<Socket>()
  const model = options.model ?? 'llama-3.1-8b-instruct'
  let startedCompletions = 0
  let activeRequests = 0

  async function respond(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = incoming.url ?? '/'
    const kind = url.split('/')[1] ?? ''
    const body: unknown = JSON.parse((await text(incoming)) || 'null')
    received.push({ method: incoming.method ?? '', path: url, headers: incoming.headers, body })
    const isCompletion = url.endsWith('/chat/completions')
    if (isCompletion) startedCompletions += 1
    if (!isFaultKind(kind) || (!isCompletion && !url.endsWith('/models'))) {
      response.writeHead(404).end()
    } else if (isCompletion || wholeServerFaults.has(kind)) {
      const request: ChatCompletionRequest = { model, stream: false, messages: [], ...(body as Partial<ChatCompletionRequest> | null) }
      const answer = typeof options.answer === 'function' ? options.answer(request) : (options.answer ?? truthfulAnswer(request))
      await faults[kind]({ request, answer, response, url })
    } else {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ object: 'list', data: [{ id: model, object: 'model' }] }))
    }
  }

  const server = createServer((incoming, response) => {
    activeRequests += 1
    response.once('close', () => (activeRequests -= 1))
    respond(incoming, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const closedPort = await findClosedPort()

  return {
    received,
    baseUrl: (kind) => (kind === 'refused' ? `http://127.0.0.1:${closedPort}/v1` : `http://127.0.0.1:${port}/${kind}/v1`),
    get startedCompletions() {
      return startedCompletions
    },
    get activeRequests() {
      return activeRequests
    },
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

function isFaultKind(kind: string): kind is FaultKind {
  return Object.hasOwn(faults, kind)
}

async function findClosedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
