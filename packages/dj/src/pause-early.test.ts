import { afterAll, beforeAll, expect, it } from 'vitest'
import { djWorld, listening, type DjWorld } from './__fixtures__/dj-world.js'
import { anybody, sessionOf, settled, steered } from './__fixtures__/session-reader.js'

let world: DjWorld
beforeAll(async () => {
  world = await djWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

// The talk of the first item used to start the clock of a session that somebody had paused before it was there.
it('a session that is paused before its first item begins stands still, and begins when it goes on', async () => {
  world.manner = 'hangs'
  await using dj = await world.open()
  const session = sessionOf(await dj.start({ ...anybody, listenerId: world.listenerId }, listening))
  const stored = async () => JSON.stringify(await world.db.selectFrom('dj_sessions').selectAll().where('id', '=', session.id).executeTakeFirstOrThrow())
  expect(await stored()).toContain('waiting')
  expect((await steered(dj, { sessionId: session.id, pause: true })).state).toBe('paused')
  world.clock.advance(10_000)
  await settled(dj, session.id, 0)
  world.clock.advance(3_600_000)
  expect(await stored()).toContain('waiting')
  expect((await dj.find([session.id], listening))[0]?.position).toBe(0)
  expect((await steered(dj, { sessionId: session.id, pause: false })).state).toBe('live')
  expect(await stored()).toContain('playing')
})
