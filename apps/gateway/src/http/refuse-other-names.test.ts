import { once } from 'node:events'
import { createServer, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { describe, expect, it } from 'vitest'
import type { Whereabouts } from './own-address.js'
import { refuseOtherNames } from './refuse-other-names.js'

/** What a server that is configured so answers to a name. */
async function statusOf(whereabouts: Whereabouts, host: string): Promise<number | undefined> {
  const app = express()
  app.use(refuseOtherNames(whereabouts))
  app.get('/', (_request, response) => void response.send('ours'))
  const server = createServer(app).listen(0, '127.0.0.1')
  try {
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const [response] = (await once(ask({ host: '127.0.0.1', port, headers: { host: host.replace('PORT', String(port)) } }).end(), 'response')) as [
      { statusCode?: number; resume(): void },
    ]
    response.resume()
    return response.statusCode
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const embedded = { host: '127.0.0.1', publicUrl: undefined }

describe('a server that listens on this machine alone', () => {
  it.each(['localhost:PORT', '127.0.0.1:PORT', 'LocalHost', '[::1]:PORT'])('answers to %s', async (host) => {
    expect(await statusOf(embedded, host)).toBe(200)
  })

  it.each(['evil.example', 'evil.example:PORT', 'localhost.evil.example', '127.0.0.1.evil.example', 'local host', '10.0.0.1'])(
    'answers 421 to "%s": a name of somebody else may lead here',
    async (host) => {
      expect(await statusOf(embedded, host)).not.toBe(200)
    },
  )

  it('answers to its public name behind a proxy', async () => {
    const proxied = { host: '127.0.0.1', publicUrl: 'https://notes.example/' }
    expect(await statusOf(proxied, 'notes.example')).toBe(200)
    expect(await statusOf(proxied, 'evil.example')).toBe(421)
  })
})

it('one that listens everywhere answers to every name: which ones are its own is not known', async () => {
  expect(await statusOf({ host: '0.0.0.0', publicUrl: undefined }, 'notes.internal')).toBe(200)
})
