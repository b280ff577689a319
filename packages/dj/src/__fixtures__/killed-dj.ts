// A process that runs a session and tells of each event on stdout, until it is killed.
import { openDatabase } from '@linernotes/database'
import { openPlatform } from '@linernotes/serving'
import { openDj } from '@linernotes/dj'
import { plainNarrator } from './plain-narrator.js'

const [directory = '', seed = '1', url] = process.argv.slice(2)
const signal = new AbortController().signal
const database = await openDatabase(url === undefined ? { dataDirectory: directory, mode: 'own' } : { dataDirectory: directory, url })
const config = { providers: [async () => ({ default: plainNarrator('plain', () => 'states') })], narratives: {}, order: { track: ['plain'], episode: ['plain'] } }
const where = { dataDirectory: directory, modelsDirectory: directory, rootDirectory: directory }
const platform = await openPlatform({ database, ...where, config, now: Date.now, fetch, log: () => undefined, signal })
const after = (milliseconds: number, callback: () => void) => {
  const timer = setTimeout(callback, milliseconds)
  return () => clearTimeout(timer)
}
const understand = async () => ({ operations: [], understood: [], refused: [] })
const among = url === undefined ? null : { server: 'to be killed', after }
const dj = await openDj({ platform, among, speaker: null, understand, now: Date.now, random: Math.random, after, log: () => undefined })
const input = { listenerId: null, request: null, kinds: ['track'] as const, adventurousness: 0.4, talkEvery: 1, provider: null, language: 'en', seed: Number(seed) }
const session = await dj.start(input, signal)
if ('type' in session) throw new Error(session.message)
void (async () => {
  for (;;) await dj.steer({ sessionId: session.id, request: null, talkEvery: null, adventurousness: null, skip: true }, signal)
})()
for await (const event of (await dj.events(session.id, -1, signal)) ?? []) process.stdout.write(`${session.id} ${event.seq} ${event.type}\n`)
