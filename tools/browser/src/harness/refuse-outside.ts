import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ClosedProxy extends AsyncDisposable {
  readonly url: string
}

/** A proxy that lets nothing through: a browser behind it can only reach loopback, however a page asks. */
export async function refuseOutside(): Promise<ClosedProxy> {
  const server = createServer((request) => request.socket.destroy())
  server.on('connect', (_, socket) => socket.destroy())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
