import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { djWorld, listening, type DjWorld } from './__fixtures__/dj-world.js'
import { anybody, eventsOf, planOf, sessionOf, until } from './__fixtures__/session-reader.js'

let world: DjWorld
beforeAll(async () => {
  world = await djWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

/** A PGlite has one connection: whoever writes for each session by itself, waits for all of them. */
const SESSIONS = 80

describe('many sessions at once', () => {
  it(`${SESSIONS} of them are planned, talk and move on, each with events of its own`, { timeout: 240_000 }, async () => {
    await using dj = await world.open()
    const answers = await Promise.all(
      Array.from({ length: SESSIONS }, (_, seed) => dj.start({ ...anybody, listenerId: seed % 2 === 0 ? world.listenerId : null, seed }, listening)),
    )
    const ids = answers.map((answer) => sessionOf(answer).id)
    const isReady = async (id: string): Promise<true | null> => {
      const plan = await planOf(dj, id)
      // The first item waits for what is said before it; the clock of the session begins with it.
      return plan.length === 4 && plan[0]?.isSettled === true ? true : null
    }
    for (const id of ids) await until(() => isReady(id), 'a whole plan')
    const recommendations = (await Promise.all(ids.map((id) => planOf(dj, id)))).flat().map(({ recommendationId }) => recommendationId)
    expect(new Set(recommendations).size).toBe(SESSIONS * 4)
    world.clock.advance(700_000)
    const positions = (await dj.find(ids, listening)).map((session) => session?.position ?? -1)
    expect(positions.every((position) => position > 0)).toBe(true)
    for (const id of ids.slice(0, 20)) {
      const events = await eventsOf(dj, id)
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index))
    }
  })
})
