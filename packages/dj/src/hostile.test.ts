import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { djWorld, listening, type DjWorld } from './__fixtures__/dj-world.js'
import { anybody, eventsOf, nothingAsked, planOf, sessionOf, settled, until } from './__fixtures__/session-reader.js'
import type { Dj } from './index.js'

let world: DjWorld
beforeAll(async () => {
  world = await djWorld()
})
afterAll(() => world[Symbol.asyncDispose]())
beforeEach(async () => {
  world.manner = 'states'
  await world.db.deleteFrom('dj_sessions').execute()
})

const start = async (dj: Dj, more: object = {}) => sessionOf(await dj.start({ ...anybody, listenerId: world.listenerId, ...more }, listening))

describe('a transition never waits', () => {
  it('for a provider that never answers: at the deadline the next one speaks', async () => {
    world.manner = 'hangs'
    await using dj = await world.open()
    const session = await start(dj)
    const plan = await until(async () => ((await planOf(dj, session.id)).length === 4 ? await planOf(dj, session.id) : null), 'a plan')
    // The opening of a session has a deadline of its own.
    world.clock.advance(2_500)
    const opening = await settled(dj, session.id, 0)
    expect(opening.talk).toMatchObject({ type: 'narrative', provider: 'plain', fallbackReason: expect.stringContaining('model') })
    const { duration_ms: durationMs } = await world.db
      .selectFrom('tracks')
      .select('duration_ms')
      .where('id', '=', plan[0]?.itemId ?? '')
      .executeTakeFirstOrThrow()
    world.clock.advance((durationMs ?? 0) - 2_000)
    const next = await settled(dj, session.id, 1)
    expect((await dj.find([session.id], listening))[0]?.position).toBe(0)
    expect(next.talk === null || next.talk.type !== 'narrative' || next.talk.provider === 'plain').toBe(true)
  })

  it('for one that fails', async () => {
    world.manner = 'fails'
    await using dj = await world.open()
    const session = await start(dj)
    expect((await settled(dj, session.id, 0)).talk).toMatchObject({ provider: 'plain' })
  })
})

describe('a database that fails in the middle', () => {
  it('is written to again until everything is there, and nobody is told before', async () => {
    let isDown = false
    const failing = world.db.withPlugin({
      transformQuery: ({ node }) => {
        if (isDown) throw new Error('The database is down')
        return node
      },
      transformResult: async ({ result }) => result,
    })
    const logged: string[] = []
    await using dj = await world.open({ platform: world.platformOn(failing), log: (event) => void logged.push(event) })
    const session = await start(dj)
    await settled(dj, session.id, 1)
    const before = await eventsOf(dj, session.id)
    isDown = true
    const steering = dj.steer({ ...nothingAsked, sessionId: session.id, talkEvery: 0 }, listening)
    await until(() => (logged.includes('dj.write-failed') ? true : null), 'a failed write')
    expect(await world.db.selectFrom('dj_events').select('seq').where('session_id', '=', session.id).execute()).toHaveLength(before.length)
    isDown = false
    world.clock.advance(10_000)
    expect(await steering).toMatchObject({ talkEvery: 0 })
    const after = await until(async () => {
      const events = await eventsOf(dj, session.id)
      return events.length > before.length ? events : null
    }, 'what was told afterwards')
    expect(after.map(({ seq }) => seq)).toEqual(after.map((_, index) => index))
  })
})

describe('a listener who is deleted', () => {
  it('takes the session along: whoever follows is let go, and it is not there any more', async () => {
    await using dj = await world.open()
    const { id } = await world.db
      .insertInto('listeners')
      .values({ id: 'lis_leaving', external_id: 'leaving', display_name: null, locale: 'en', time_zone: null, synthetic: true })
      .returning('id')
      .executeTakeFirstOrThrow()
    const session = await start(dj, { listenerId: id })
    const follower = (async () => {
      let count = 0
      for await (const _ of (await dj.events(session.id, -1, listening)) ?? []) count += 1
      return count
    })()
    await settled(dj, session.id, 1)
    await world.db.deleteFrom('listeners').where('id', '=', id).execute()
    await dj.steer({ ...nothingAsked, sessionId: session.id, talkEvery: 0 }, listening)
    expect(await follower).toBeGreaterThan(0)
    expect(await dj.find([session.id], listening)).toEqual([null])
    expect(await dj.steer({ ...nothingAsked, sessionId: session.id, skip: true }, listening)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await world.db.selectFrom('dj_events').select('seq').where('session_id', '=', session.id).execute()).toEqual([])
  })
})
