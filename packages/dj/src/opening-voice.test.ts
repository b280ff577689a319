import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openSpeaker, type Speaker } from '@linernotes/speech'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { djWorld, listening, type DjWorld } from './__fixtures__/dj-world.js'
import { anybody, eventsOf, sessionOf, settled, until } from './__fixtures__/session-reader.js'
import type { Dj } from './index.js'

const VOICE_MS = 2_000

/** A whole WAVE file of silence. */
function silence(): Buffer {
  const samples = Buffer.alloc(16 * VOICE_MS)
  const head = Buffer.from(`RIFF....WAVEfmt ${'.'.repeat(20)}data....`, 'latin1')
  head.writeUInt32LE(36 + samples.length, 4)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8_000, 24)
  head.writeUInt32LE(16_000, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.writeUInt32LE(samples.length, 40)
  return Buffer.concat([head, samples])
}

let world: DjWorld
let directory: string
let speaker: Speaker
/** Whoever speaks, over real HTTP: answers at once, never until it is told, or badly. */
let manner: 'speaks' | 'waits' | 'fails'
let asked = 0
const held: ServerResponse[] = []
const speak = (response: ServerResponse): void => void response.writeHead(200, { 'content-type': 'audio/wav' }).end(silence())
const server = createServer((request, response) => {
  request.resume()
  asked += 1
  if (manner === 'waits') held.push(response)
  else if (manner === 'fails') response.writeHead(500).end('no')
  else speak(response)
})

beforeAll(async () => {
  world = await djWorld()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await world[Symbol.asyncDispose]()
})
beforeEach(async () => {
  manner = 'speaks'
  asked = 0
  directory = await mkdtemp(path.join(tmpdir(), 'ln-voice-'))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  const config = { providers: ['openai-speech'], 'openai-speech': { baseUrl, format: 'wav' } }
  speaker = await openSpeaker({ config, cacheDirectory: directory, fetch, now: world.clock.now, log: () => undefined, signal: listening })
})
afterEach(async () => {
  for (const response of held.splice(0)) response.destroy()
  await speaker[Symbol.asyncDispose]()
  await rm(directory, { recursive: true })
})

const start = async (dj: Dj) => sessionOf(await dj.start({ ...anybody, listenerId: world.listenerId }, listening))

/** How long the item that plays takes with what is said before it; null: it has not begun. */
async function lengthMs(id: string): Promise<number | null> {
  const row = JSON.stringify(await world.db.selectFrom('dj_sessions').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
  const found = /"lengthMs":(\d+)/u.exec(row)?.[1]
  return found === undefined ? null : Number(found)
}

it('a voice that is there at once begins with the first item, and the clock of the session counts it', async () => {
  await using dj = await world.open({ speaker })
  const { id } = await start(dj)
  const first = await settled(dj, id, 0)
  expect(first.talk?.text).not.toBe('')
  expect(first.speech?.durationMs).toBe(VOICE_MS)
  const withVoice = await until(() => lengthMs(id), 'the first item')
  manner = 'fails'
  await using mute = await world.open({ speaker: null })
  const { id: other } = await start(mute)
  await settled(mute, other, 0)
  expect(withVoice - (await until(() => lengthMs(other), 'the first item'))!).toBe(VOICE_MS)
})

it('a voice that is slow is waited for no longer than a second: the item begins with the words, and the voice comes after', async () => {
  manner = 'waits'
  await using dj = await world.open({ speaker })
  const { id } = await start(dj)
  await until(() => (asked > 0 ? true : null), 'the request for a voice')
  world.clock.advance(900)
  expect((await eventsOf(dj, id)).some((event) => event.type === 'segment' && event.segment.isSettled && event.segment.position === 0)).toBe(false)
  expect(await lengthMs(id)).toBeNull()
  world.clock.advance(101)
  const first = await settled(dj, id, 0)
  expect(first).toMatchObject({ isSettled: true, speech: null })
  expect(first.talk?.text).not.toBe('')
  const silent = await until(() => lengthMs(id), 'the first item')
  for (const response of held.splice(0)) speak(response)
  const spoken = await until(async () => {
    const events = await eventsOf(dj, id)
    return events.find((event) => event.type === 'segment' && event.segment.position === 0 && event.segment.speech !== null) ?? null
  }, 'the voice')
  expect(spoken).toMatchObject({ segment: { talk: first.talk, speech: { durationMs: VOICE_MS } } })
  expect(await until(async () => ((await lengthMs(id)) === silent + VOICE_MS ? silent : null), 'a longer first item')).toBe(silent)
})

it('a voice that fails costs nothing: the item begins at once, with the words', async () => {
  manner = 'fails'
  await using dj = await world.open({ speaker })
  const { id } = await start(dj)
  // The clock stands still: nothing was waited for.
  const first = await settled(dj, id, 0)
  expect(asked).toBeGreaterThan(0)
  expect(first).toMatchObject({ isSettled: true, speech: null })
  expect(first.talk?.text).not.toBe('')
  expect(await until(() => lengthMs(id), 'the first item')).toBeGreaterThan(0)
})

it('a voice that was heard before is there although nobody can speak now', async () => {
  await using dj = await world.open({ speaker })
  const before = await settled(dj, (await start(dj)).id, 0)
  manner = 'waits'
  const again = await settled(dj, (await start(dj)).id, 0)
  expect(again.talk?.text).toBe(before.talk?.text)
  expect(again.speech).toEqual(before.speech)
})
