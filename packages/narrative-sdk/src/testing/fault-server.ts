import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { type ChatCompletionRequest, truthfulAnswer } from './chat-completion.js'
import { type FaultKind, faults } from './fault.js'
import { type FaultPhase, faultPhases, phasedFaults, type PhasedFault, strike } from './fault-phase.js'

export interface FaultServer extends AsyncDisposable {
  /** Base URL, ending in /v1, under which every answer is of this kind; 'refused': of a port where nobody listens. */
  baseUrl(kind: FaultKind | 'refused'): string
  /** The same for a fault that strikes only in this phase; until then all is well. */
  baseUrlIn(kind: PhasedFault, phase: FaultPhase): string
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

/** A request for so few tokens is no narrative: somebody looks at what the endpoint can do. */
const mostProbeTokens = 16

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
  'reset',
  'wrong-protocol',
  'gzip-garbage',
  'no-content',
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
    const [kind = '', phase] = (url.split('/')[1] ?? '').split('@')
    const body: unknown = JSON.parse((await text(incoming)) || 'null')
    received.push({ method: incoming.method ?? '', path: url, headers: incoming.headers, body })
    const isCompletion = url.endsWith('/chat/completions')
    if (isCompletion) startedCompletions += 1
    const request: ChatCompletionRequest = { model, stream: false, messages: [], ...(body as Partial<ChatCompletionRequest> | null) }
    const answer = typeof options.answer === 'function' ? options.answer(request) : (options.answer ?? truthfulAnswer(request))
    const exchange = { request, answer, response, url }
    const isLook = !isCompletion || (request.max_tokens ?? Number.POSITIVE_INFINITY) <= mostProbeTokens
    if (!isFaultKind(kind) || (!isCompletion && !url.endsWith('/models'))) response.writeHead(404).end()
    else if (isPhase(phase) && isPhased(kind))
      await ((phase === 'probe') === isLook ? strike(kind, phase, exchange) : isCompletion ? faults.good(exchange) : list(response))
    else if (isCompletion || wholeServerFaults.has(kind)) await faults[kind](exchange)
    else list(response)
  }

  function list(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ object: 'list', data: [{ id: model, object: 'model' }] }))
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
    baseUrlIn: (kind, phase) => `http://127.0.0.1:${port}/${kind}@${phase}/v1`,
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

function isPhase(phase: string | undefined): phase is FaultPhase {
  return faultPhases.some((known) => known === phase)
}

function isPhased(kind: string): kind is PhasedFault {
  return phasedFaults.some((known) => known === kind)
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
