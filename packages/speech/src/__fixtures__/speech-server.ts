import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type SpeechAnswer = (request: IncomingMessage, response: ServerResponse, body: Record<string, unknown>) => void

export interface SpeechServer extends AsyncDisposable {
  /** Ends in /v1. */
  readonly url: string
  readonly asked: readonly { readonly body: Record<string, unknown>; readonly authorization: string | undefined }[]
  /** Connections that are being answered right now. */
  readonly active: () => number
}

/** An endpoint for speech over real HTTP that answers as it is told, also badly. */
export async function startSpeechServer(answer: SpeechAnswer): Promise<SpeechServer> {
  const asked: { body: Record<string, unknown>; authorization: string | undefined }[] = []
  let active = 0
  const server = createServer((request, response) => {
    active += 1
    response.once('close', () => (active -= 1))
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>
      asked.push({ body, authorization: request.headers.authorization })
      answer(request, response, body)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    active: () => active,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
