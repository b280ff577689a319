import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '@linernotes/database'
import { openPlatform } from '@linernotes/serving'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fillCatalogue, listening } from './__fixtures__/dj-world.js'
import { plainNarrator } from './__fixtures__/plain-narrator.js'
import { eventsOf, nothingAsked } from './__fixtures__/session-reader.js'
import { FakeClock } from './__fixtures__/fake-clock.js'
import { openDj } from './index.js'

const fixture = (name: string) => fileURLToPath(new URL(`./__fixtures__/${name}`, import.meta.url))
let directory: string
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'ln-killed-dj-'))
  await using database = await openDatabase({ dataDirectory: directory, mode: 'own' })
  await fillCatalogue(database.db, directory)
}, 120_000)
afterAll(() => rm(directory, { recursive: true, force: true }))

const understand = async () => ({ operations: [], understood: [], refused: [] })

/** Lets a process run a session until it has told so many events, kills it (kill -9) that much later, and gives what it told. */
async function killAfter(events: number, milliseconds: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--import', fixture('resolve-source.js'), fixture('killed-dj.ts'), directory, String(events)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const told: string[] = []
  const enough = Promise.withResolvers<void>()
  const lines = createInterface({ input: child.stdout }).on('line', (line) => told.push(line) >= events && enough.resolve())
  await enough.promise
  await setTimeout(milliseconds)
  child.kill('SIGKILL')
  await Promise.all([once(child, 'exit'), once(lines, 'close')])
  return told
}

it(
  'whenever the process is killed, whoever follows goes on where they were: nothing that was told is lost, and nothing comes twice',
  { timeout: 120_000 },
  async () => {
    for (const [events, milliseconds] of [
      [3, 0],
      [30, 3],
    ] as const) {
      const told = await killAfter(events, milliseconds)
      const [sessionId = ''] = told[0]?.split(' ') ?? []
      await using database = await openDatabase({ dataDirectory: directory, mode: 'own' })
      const config = {
        providers: [async () => ({ default: plainNarrator('plain', () => 'states') })],
        narratives: {},
        order: { track: ['plain'], episode: ['plain'] },
      }
      const where = { dataDirectory: directory, modelsDirectory: directory, rootDirectory: directory }
      await using platform = await openPlatform({ database, ...where, config, now: Date.now, fetch, log: () => undefined, signal: listening })
      const clock = new FakeClock()
      await using dj = await openDj({ platform, speaker: null, understand, now: Date.now, random: () => 0.5, after: clock.after, log: () => undefined })
      await dj.steer({ ...nothingAsked, sessionId, skip: true }, listening)
      const all = await eventsOf(dj, sessionId)
      expect(all.map(({ seq, type }) => `${sessionId} ${seq} ${type}`).slice(0, told.length)).toEqual(told)
      expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index))
      expect(all.length).toBeGreaterThan(told.length)
      const later = await eventsOf(dj, sessionId, told.length - 1)
      expect(later[0]?.seq).toBe(told.length)
      await dj.steer({ ...nothingAsked, sessionId, talkEvery: 0 }, listening)
    }
  },
)
