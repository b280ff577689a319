import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { precompressedFiles } from './precompressed-files.js'

const script = 'run();'.repeat(500)
let directory: string
let port: number
const closing = new AsyncDisposableStack()

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'linernotes-files-'))
  closing.defer(() => rm(directory, { recursive: true, force: true }))
  await writeFile(path.join(directory, 'index-abc.js'), script)
  await writeFile(path.join(directory, 'index-abc.js.br'), brotliCompressSync(script))
  await writeFile(path.join(directory, 'index-abc.js.gz'), gzipSync(script))
  await writeFile(path.join(directory, 'alone.css'), 'a {}')
  const server = express()
    .use('/assets', precompressedFiles(directory), express.static(directory, { immutable: true, maxAge: '365d' }))
    .listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  closing.defer(() => void server.close())
  port = (server.address() as AddressInfo).port
})
afterAll(() => closing.disposeAsync())

const ask = async (file: string, headers: Readonly<Record<string, string>>) => {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, path: `/assets/${file}`, headers, agent: false }, resolve).on('error', reject)
  })
  return { status: response.statusCode, headers: response.headers, bytes: Buffer.concat(await Array.fromAsync(response, (chunk) => chunk as Buffer)) }
}
const browser = { 'accept-encoding': 'gzip, deflate, br' }

describe('files that the build compressed', () => {
  it.each([
    ['br', browser, brotliDecompressSync],
    ['gzip', { 'accept-encoding': 'gzip' }, gunzipSync],
  ] as const)('are sent as %s, as what they are, and kept for as long', async (encoding, headers, unpack) => {
    const answer = await ask('index-abc.js?v=1', headers)
    expect(answer.headers).toMatchObject({
      'content-encoding': encoding,
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    })
    expect(unpack(answer.bytes).toString()).toBe(script)
  })

  it('have an ETag for each encoding, and are not sent again', async () => {
    const [packed, plain] = [await ask('index-abc.js', browser), await ask('index-abc.js', {})]
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.headers.vary).toBe('Accept-Encoding')
    expect(plain.bytes.toString()).toBe(script)
    expect(packed.headers.etag).not.toBe(plain.headers.etag)
    const again = await ask('index-abc.js', { ...browser, 'if-none-match': packed.headers.etag ?? '' })
    expect([again.status, again.bytes.length]).toEqual([304, 0])
  })

  it('are parts of themselves where a range is asked for', async () => {
    const part = await ask('index-abc.js', { ...browser, range: 'bytes=0-5' })
    expect([part.status, part.headers['content-encoding'], part.headers['content-range'], part.bytes.toString()]).toEqual([
      206,
      undefined,
      `bytes 0-5/${script.length}`,
      'run();',
    ])
  })

  it('come as they are where there is nothing beside them, and not at all where there is nothing', async () => {
    const alone = await ask('alone.css', browser)
    expect([alone.status, alone.headers['content-encoding'], alone.bytes.toString()]).toEqual([200, undefined, 'a {}'])
    for (const file of ['missing.js', '../index-abc.js', '%2e%2e/index-abc.js', '..%2findex-abc.js']) expect((await ask(file, browser)).status).toBe(404)
  })
})
