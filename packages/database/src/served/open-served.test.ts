import { inspect } from 'node:util'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import { DatabaseError, openDatabase } from '../index.js'

const served = process.env['DATABASE_URL']

/** The one line that the operator reads. */
async function openAndFail(url: string): Promise<string> {
  const error: unknown = await openDatabase({ url, dataDirectory: '/nowhere', mode: 'own' }).catch((cause: unknown) => cause)
  if (!(error instanceof DatabaseError)) throw new TypeError('expected a DatabaseError', { cause: error })
  expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('s3cret')
  expect(error.code).toBe('DATABASE_UNREACHABLE')
  expect(error.message).not.toContain('\n')
  return error.message
}

function changeUrl(part: 'password' | 'pathname', value: string): string {
  const url = new URL(served ?? '')
  url[part] = value
  return url.href
}

test('a server that does not listen', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  expect(await openAndFail(`postgres://user:s3cret@127.0.0.1:${port}/music`)).toMatch(
    new RegExp(`127.0.0.1:${port}/music did not answer \\(ECONNREFUSED\\). Nothing listens there`),
  )
})

test('something that is no PostgreSQL', async () => {
  const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  expect(await openAndFail(`postgres://user:s3cret@127.0.0.1:${port}/music`)).toMatch(/did not answer/)
  server.close()
})

test.each(['not an address s3cret', 'http://user:s3cret@localhost/music', 'postgres://user:s3cret@[/music', 'postgres://user:s3cret%@localhost/music'])(
  '%s',
  async (url) => {
    expect(await openAndFail(url)).toMatch(/DATABASE_URL/)
  },
)

describe.runIf(served)('on the server of DATABASE_URL', () => {
  test('a wrong password', async () => {
    expect(await openAndFail(changeUrl('password', 's3cret'))).toMatch(/\(28P01\). The server refuses the password/)
  })

  test('a database that does not exist', async () => {
    expect(await openAndFail(changeUrl('pathname', '/linernotes_missing'))).toMatch(
      /linernotes_missing did not answer \(3D000\). The database does not exist there/,
    )
  })
})
