import { once } from 'node:events'
import { createConnection, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDirectory, type Directory } from '../__fixtures__/create-directory.js'
import { SessionQueue } from '../embedded/session-queue.js'
import { readFrames, writeFrame } from './frame.js'
import { serveSessions } from './serve-sessions.js'

let directory: Directory
beforeAll(async () => {
  directory = await createDirectory()
})
afterAll(() => directory[Symbol.asyncDispose]())

/** The two ends of a fresh unix socket. */
async function connect(): Promise<[Socket, Socket]> {
  const path = join(directory.path, 'pair.sock')
  const server = createServer().listen(path)
  await once(server, 'listening')
  const near = createConnection(path)
  const [far] = (await once(server, 'connection')) as [Socket]
  server.close()
  return [near, far]
}

test('messages arrive whole and in order, however the bytes are cut', async () => {
  const property = fc.asyncProperty(fc.array(fc.json(), { minLength: 1 }), fc.integer({ min: 1, max: 50 }), async (texts, cut) => {
    const bytes = Buffer.concat(
      texts.map((text) => {
        const body = Buffer.from(text)
        const header = Buffer.alloc(4)
        header.writeUInt32BE(body.length)
        return Buffer.concat([header, body])
      }),
    )
    const [near, far] = await connect()
    const read: unknown[] = []
    readFrames(far, (message) => read.push(message))
    for (let at = 0; at < bytes.length; at += cut) far.emit('data', bytes.subarray(at, at + cut))
    near.destroy()
    far.destroy()
    expect(read).toEqual(texts.map((text) => JSON.parse(text) as unknown))
  })
  await fc.assert(property, { numRuns: 50 })
})

test('what one end writes the other reads', async () => {
  const [near, far] = await connect()
  const received = new Promise((resolve) => readFrames(far, resolve))
  writeFrame(near, { text: 'ü'.repeat(1_000_000), nothing: null })
  expect(await received).toEqual({ text: 'ü'.repeat(1_000_000), nothing: null })
  near.destroy()
  far.destroy()
})

const frame = (text: string) => Buffer.concat([Buffer.from([0, 0, 0, text.length]), Buffer.from(text)])

test.each([
  ['a length beyond all bounds', Buffer.alloc(64, 0xff)],
  ['no JSON', frame('hello')],
  ['no message', frame('null')],
  ['no statement', frame('{"id":1,"session":1,"statement":{"sql":1,"parameters":[]}}')],
  ['parameters that are no text', frame('{"id":1,"session":1,"statement":{"sql":"","parameters":[{}]}}')],
])('a client that sends %s is cut off, and the others are served on', async (_, bytes) => {
  const path = join(directory.path, 'server.sock')
  const outcome = { result: null, failure: null, inTransaction: false }
  await using server = await serveSessions(path, Promise.resolve(new SessionQueue({ execute: async () => outcome, close: async () => {} }, { idleMs: 1_000 })))
  const hostile = createConnection(path).resume()
  hostile.on('error', () => {}).write(bytes)
  await once(hostile, 'close')
  const polite = createConnection(path)
  const answers: unknown[] = []
  const answered = new Promise<void>((resolve) => readFrames(polite, (message) => answers.push(message) === 2 && resolve()))
  writeFrame(polite, { id: 5, session: 1, statement: { sql: 'select 1', parameters: [] } })
  await answered
  expect(answers).toEqual([
    { protocol: 1, refusal: null },
    { id: 5, outcome },
  ])
  polite.destroy()
  await server[Symbol.asyncDispose]()
})
