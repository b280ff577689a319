import { afterAll, beforeAll, expect, it } from 'vitest'
import { djWorld, listening, type DjWorld } from '../__fixtures__/dj-world.js'
import { anybody, eventsOf, sessionOf, settled } from '../__fixtures__/session-reader.js'

let world: DjWorld
beforeAll(async () => {
  world = await djWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

// A talk of the kind ECHO was once "Hear Just Plain Ant with Sporty Flute.": true, and no echo.
it('a talk that leaves out what it was to say is not told, not a word of it', async () => {
  world.manner = 'evades'
  await using dj = await world.open()
  const { id } = sessionOf(await dj.start({ ...anybody, listenerId: world.listenerId }, listening))
  expect(await settled(dj, id, 0)).toMatchObject({ talk: null, talkKind: 'silence' })
  expect((await eventsOf(dj, id)).filter(({ type }) => type === 'delta')).toEqual([])
})

it('a talk that says it is told as it comes', async () => {
  world.manner = 'states'
  await using dj = await world.open()
  const { id } = sessionOf(await dj.start({ ...anybody, listenerId: world.listenerId }, listening))
  const { talk } = await settled(dj, id, 0)
  expect(talk?.text.length).toBeGreaterThan(10)
  expect((await eventsOf(dj, id)).some((event) => event.type === 'delta' && talk?.text.startsWith(event.text.trim()) === true)).toBe(true)
})
