import { request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import express from 'express'
import { describe, expect, it } from 'vitest'
import { compressAnswers } from './compress-answers.js'

const large = { words: 'said '.repeat(2_000) }

async function startServer() {
  const app = express().use(compressAnswers())
  app.get('/large', (_request, response) => void response.json(large))
  app.get('/small', (_request, response) => void response.json({ words: 'said' }))
  app.get('/page', (_request, response) => void response.send(`<p>${large.words}</p>`))
  app.get('/sound', (_request, response) => void response.type('audio/wav').send(large.words))
  app.get('/part', (_request, response) => void response.status(206).set('content-range', 'bytes 0-9/20').send(large.words))
  app.get('/stream', (_request, response) => {
    response.type('text/event-stream').flushHeaders()
    response.write(`data: ${large.words}\n\n`)
  })
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** As it is on the wire: fetch would unpack it. */
function ask(port: number, path: string, headers: Readonly<Record<string, string>>, method = 'GET'): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request({ port, path, headers, method }, resolve).on('error', reject).end()
  })
}
const bytesOf = async (response: IncomingMessage): Promise<Buffer> => Buffer.concat(await Array.fromAsync(response, (chunk) => chunk as Buffer))

const browser = { 'accept-encoding': 'gzip, deflate, br, zstd' }

describe('answers', () => {
  it.each([
    [browser, 'br', brotliDecompressSync],
    [{ 'accept-encoding': 'gzip' }, 'gzip', gunzipSync],
    [{ 'accept-encoding': 'br;q=0, gzip' }, 'gzip', gunzipSync],
  ] as const)('are smaller for a client that sends %j', async (headers, encoding, unpack) => {
    await using server = await startServer()
    const response = await ask(server.port, '/large', headers)
    const bytes = await bytesOf(response)
    expect(response.headers).toMatchObject({
      'content-encoding': encoding,
      'content-type': 'application/json; charset=utf-8',
      vary: 'Accept-Encoding',
      'content-length': String(bytes.length),
    })
    expect(bytes.length).toBeLessThan(1_000)
    expect(JSON.parse(unpack(bytes).toString())).toEqual(large)
  })

  it('stay as they are for whoever asks for nothing else, and say that they would differ', async () => {
    await using server = await startServer()
    const response = await ask(server.port, '/large', {})
    expect([response.headers['content-encoding'], response.headers.vary]).toEqual([undefined, 'Accept-Encoding'])
    expect(JSON.parse((await bytesOf(response)).toString())).toEqual(large)
  })

  it('have an ETag for each encoding, and are not sent again while they are the same', async () => {
    await using server = await startServer()
    const packed = (await ask(server.port, '/large', browser)).headers.etag ?? ''
    const plain = (await ask(server.port, '/large', {})).headers.etag ?? ''
    expect(packed).not.toBe(plain)
    expect((await ask(server.port, '/large', { ...browser, 'if-none-match': packed })).statusCode).toBe(304)
    expect((await ask(server.port, '/large', { 'if-none-match': packed })).statusCode).toBe(200)
  })

  it('answer HEAD as they answer GET', async () => {
    await using server = await startServer()
    const [head, get] = [await ask(server.port, '/large', browser, 'HEAD'), await ask(server.port, '/large', browser)]
    expect(head.headers['content-encoding']).toBe('br')
    expect(head.headers['content-length']).toBe(get.headers['content-length'])
    expect((await bytesOf(head)).length).toBe(0)
  })

  it('are text where nothing says what they are, and a page stays one', async () => {
    await using server = await startServer()
    const response = await ask(server.port, '/page', browser)
    expect([response.headers['content-encoding'], response.headers['content-type']]).toEqual(['br', 'text/html; charset=utf-8'])
  })

  it.each(['/small', '/sound', '/part'])('are not touched where it is of no use, or would be wrong: %s', async (path) => {
    await using server = await startServer()
    expect((await ask(server.port, path, browser)).headers['content-encoding']).toBeUndefined()
  })

  it('that are streams come as they are written', async () => {
    await using server = await startServer()
    const response = await ask(server.port, '/stream', browser)
    expect(response.headers['content-encoding']).toBeUndefined()
    // The stream never ends: what comes was not held back.
    for await (const chunk of response) {
      expect(String(chunk)).toMatch(/^data: said/)
      break
    }
  })
})
