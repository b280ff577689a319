import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { djWorld, listening, type DjWorld } from './__fixtures__/dj-world.js'
import { anybody, eventsOf, planOf, sessionOf, settled, steered, until } from './__fixtures__/session-reader.js'
import type { After, Dj, DjEvent } from './index.js'

let world: DjWorld
beforeAll(async () => {
  world = await djWorld()
}, 120_000)
afterAll(() => world[Symbol.asyncDispose]())

const real: After = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds)
  return () => clearTimeout(timer)
}
const openAs = (server: string, after: After = real): Promise<Dj> => world.open({ among: { server, after } })
const holderOf = async (id: string): Promise<string | null> =>
  (await world.db.selectFrom('dj_sessions').select('holder').where('id', '=', id).executeTakeFirstOrThrow()).holder
const start = async (dj: Dj) => sessionOf(await dj.start({ ...anybody, listenerId: world.listenerId }, listening))

const fixture = (name: string) => fileURLToPath(new URL(`./__fixtures__/${name}`, import.meta.url))

/** Follows a session until it is told to leave. */
function follow(dj: Dj, id: string, after: number | null): { readonly events: DjEvent[]; leave(): Promise<void> } {
  const events: DjEvent[] = []
  const left = new AbortController()
  const reading = (async () => {
    for await (const event of (await dj.events(id, after, left.signal)) ?? []) events.push(event)
  })().catch((error: unknown) => {
    if (!left.signal.aborted) throw error
  })
  return {
    events,
    leave: async () => {
      left.abort()
      await reading
    },
  }
}
const seqs = (events: readonly DjEvent[]): readonly number[] => events.map(({ seq }) => seq)

describe('two servers on one database', () => {
  it('move the clock of a session once', async () => {
    await using one = await openAs('one')
    await using other = await openAs('other')
    const session = await start(one)
    await settled(one, session.id, 1)
    expect(await holderOf(session.id)).toBe('one')
    const [here, there] = [follow(one, session.id, -1), follow(other, session.id, -1)]
    for (let transition = 1; transition <= 3; transition += 1) {
      world.clock.advance(700_000)
      await settled(one, session.id, (await one.find([session.id], listening))[0]!.position + 1)
    }
    await until(() => (there.events.length === here.events.length ? true : null), 'the events on the other server')
    expect(seqs(here.events)).toEqual(here.events.map((_, place) => place))
    expect(seqs(there.events)).toEqual(seqs(here.events))
    expect(await other.find([session.id], listening)).toEqual(await one.find([session.id], listening))
    expect((await planOf(other, session.id)).map(({ id }) => id)).toEqual((await planOf(one, session.id)).map(({ id }) => id))
    expect(await holderOf(session.id)).toBe('one')
    await Promise.all([here.leave(), there.leave()])
    await steered(one, { sessionId: session.id, pause: true })
  })

  it('a session goes to the one that is asked to steer it, back and forth, and who follows misses nothing', async () => {
    await using one = await openAs('one')
    await using other = await openAs('other')
    const session = await start(one)
    await settled(one, session.id, 1)
    const [here, there] = [follow(one, session.id, -1), follow(other, session.id, -1)]
    for (const dj of [other, one, other, other, one]) await steered(dj, { sessionId: session.id, skip: true })
    expect(await holderOf(session.id)).toBe('one')
    const [now] = await one.find([session.id], listening)
    expect(now?.position).toBe(5)
    await settled(one, session.id, 6)
    const all = await eventsOf(one, session.id)
    expect(seqs(all)).toEqual(all.map((_, place) => place))
    await until(() => (here.events.length >= all.length && there.events.length >= all.length ? true : null), 'all events on both')
    expect(seqs(here.events)).toEqual(here.events.map((_, place) => place))
    expect(seqs(there.events)).toEqual(there.events.map((_, place) => place))
    await Promise.all([here.leave(), there.leave()])
    await steered(one, { sessionId: session.id, pause: true })
  })

  it('what one held goes on at the other at once where it is closed', async () => {
    const one = await openAs('one')
    await using other = await openAs('other')
    const session = await start(one)
    await settled(one, session.id, 1)
    await one[Symbol.asyncDispose]()
    await until(async () => ((await holderOf(session.id)) === 'other' ? true : null), 'another holder')
    world.clock.advance(700_000)
    await until(async () => ((await other.find([session.id], listening))[0]!.position > 0 ? true : null), 'a moving clock')
    expect((await eventsOf(other, session.id)).map(({ seq }, place) => seq - place).every((gap) => gap === 0)).toBe(true)
    await steered(other, { sessionId: session.id, pause: true })
  })

  it('what one held goes on at the other within seconds where it says nothing any more, and what it writes late is void', async () => {
    // Its beat stands still, as where a process hangs.
    await using hanging = await openAs('hanging', () => () => undefined)
    const session = await start(hanging)
    await settled(hanging, session.id, 1)
    await using other = await openAs('other')
    const begun = performance.now()
    await until(async () => ((await holderOf(session.id)) === 'other' ? true : null), 'another holder')
    expect(performance.now() - begun).toBeLessThan(8_000)
    world.clock.advance(700_000)
    await until(async () => ((await other.find([session.id], listening))[0]!.position > 0 ? true : null), 'a moving clock')
    const events = await eventsOf(other, session.id)
    expect(seqs(events)).toEqual(events.map((_, place) => place))
    expect(await hanging.find([session.id], listening)).toEqual(await other.find([session.id], listening))
    await steered(other, { sessionId: session.id, pause: true })
  })
})

const url = process.env['DATABASE_URL']
describe.skipIf(url === undefined)('two processes on one PostgreSQL (DATABASE_URL)', () => {
  it('kill -9 of the one that holds a session: the other goes on with it within seconds', { timeout: 60_000 }, async () => {
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(world.db)
    const own = new URL(url!)
    own.pathname = rows[0]!.name
    const child = spawn(process.execPath, ['--import', fixture('resolve-source.js'), fixture('killed-dj.ts'), '', '3', own.href], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const told: string[] = []
    const lines = createInterface({ input: child.stdout })
    lines.on('line', (line) => told.push(line))
    await until(() => (told.length > 20 ? true : null), 'events of the process')
    const sessionId = told[0]!.split(' ')[0]!
    await using other = await openAs('other')
    const there = follow(other, sessionId, -1)
    const killed = await holderOf(sessionId)
    child.kill('SIGKILL')
    await once(child, 'exit')
    const begun = performance.now()
    await until(async () => ((await holderOf(sessionId)) !== killed ? true : null), 'another holder')
    console.log(`taken over ${Math.round(performance.now() - begun)} ms after kill -9`)
    const before = there.events.length
    await steered(other, { sessionId, skip: true })
    await until(() => (there.events.length > before ? true : null), 'events of the other one')
    expect(seqs(there.events)).toEqual(there.events.map((_, place) => place))
    await there.leave()
    await steered(other, { sessionId, pause: true })
  })
})
