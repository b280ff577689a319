import * as fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { djWorld, listening, type DjWorld } from './__fixtures__/dj-world.js'
import { anybody, eventsOf, nothingAsked, planOf, sessionOf, settled, until } from './__fixtures__/session-reader.js'
import type { Dj, DjEvent } from './index.js'

let world: DjWorld
beforeAll(async () => {
  world = await djWorld()
})
afterAll(() => world[Symbol.asyncDispose]())
beforeEach(async () => void (await world.db.deleteFrom('dj_sessions').execute()))

const start = async (dj: Dj, more: object = {}) => sessionOf(await dj.start({ ...anybody, listenerId: world.listenerId, ...more }, listening))
const wordsOf = (events: readonly DjEvent[]): string => events.map((event) => (event.type === 'delta' ? event.text : '')).join('')
const named = (events: readonly DjEvent[]) => events.map((event) => `${event.seq} ${event.type} ${event.type === 'segment' ? event.segment.id : ''}`)

describe('after a restart', () => {
  it('a session goes on: the same plan, the same events, and new ones behind them', async () => {
    const first = await world.open()
    const session = await start(first)
    await settled(first, session.id, 1)
    const before = await eventsOf(first, session.id)
    const plan = await planOf(first, session.id)
    // Nothing is closed: the process is gone.
    await using second = await world.open()
    const after = await eventsOf(second, session.id)
    expect(named(after).slice(0, before.length)).toEqual(named(before))
    expect((await planOf(second, session.id)).map(({ id }) => id)).toEqual(plan.map(({ id }) => id))
    await second.steer({ ...nothingAsked, sessionId: session.id, skip: true }, listening)
    const more = await eventsOf(second, session.id, before.length - 1)
    expect(more[0]?.seq).toBe(before.length)
    await first[Symbol.asyncDispose]()
  })

  it('in the middle of a talk, every word of it is told once', async () => {
    world.manner = 'stalls'
    const first = await world.open()
    const session = await start(first)
    const before = await until(async () => {
      const events = await eventsOf(first, session.id)
      return wordsOf(events) === '' ? null : events
    }, 'the first words')
    await first[Symbol.asyncDispose]()
    world.manner = 'states'
    await using second = await world.open()
    const opening = await settled(second, session.id, 0)
    const after = await eventsOf(second, session.id, before.at(-1)!.seq)
    const told = [...before, ...after].filter((event) => event.type === 'delta' && event.segmentId === opening.id)
    expect(opening.talk).toMatchObject({ type: 'narrative', text: wordsOf(told) })
    expect(wordsOf(told)).not.toBe('')
  })

  it('what passed while nobody was here counts to the end of the item, and no further', async () => {
    const first = await world.open()
    const session = await start(first)
    await settled(first, session.id, 1)
    await first[Symbol.asyncDispose]()
    world.clock.advance(24 * 3_600_000)
    await using second = await world.open()
    expect((await until(async () => (await second.find([session.id], listening))[0] ?? null, 'the session')).position).toBe(1)
  })

  it('a session that has ended can still be read', async () => {
    const first = await world.open({ understand: async () => ({ operations: [{ type: 'playback', action: 'end' }], understood: [], refused: [] }) })
    const session = await start(first)
    await first.steer({ ...nothingAsked, sessionId: session.id, request: 'enough' }, listening)
    await first[Symbol.asyncDispose]()
    await using second = await world.open()
    expect((await second.find([session.id], listening))[0]?.state).toBe('ended')
    expect((await eventsOf(second, session.id)).at(-1)).toMatchObject({ session: { state: 'ended' } })
  })
})

describe('events', () => {
  it('begin with the state as it is, rising, and can be gone on with from any of them', async () => {
    await using dj = await world.open()
    const session = await start(dj)
    await settled(dj, session.id, 1)
    const left = new AbortController()
    const events: DjEvent[] = []
    for await (const event of (await dj.events(session.id, null, left.signal)) ?? []) {
      events.push(event)
      if (events.filter(({ type }) => type === 'segment').length === 4) break
    }
    const [first] = events
    expect(first?.type).toBe('session')
    expect(events.map(({ seq }) => seq)).toEqual(events.map(({ seq }) => seq).toSorted((one, other) => one - other))
    expect(new Set(events.map(({ seq }) => seq)).size).toBe(events.length)
  })

  it('are numbered without gaps, whatever happens in whatever order, and none is told twice or changed', async () => {
    const step = fc.oneof(
      fc.record({ type: fc.constant('steer' as const), talkEvery: fc.nat(2), skip: fc.boolean() }),
      fc.record({
        type: fc.constant('heard' as const),
        place: fc.nat(3),
        outcome: fc.constantFrom('impression' as const, 'play' as const, 'skip' as const, 'hide' as const),
      }),
      fc.record({ type: fc.constant('pass' as const), seconds: fc.integer({ min: 1, max: 400 }) }),
      fc.record({ type: fc.constant('restart' as const), isGraceful: fc.boolean() }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), fc.nat(), async (steps, seed) => {
        let dj = await world.open()
        const abandoned: Dj[] = []
        const session = await start(dj, { seed })
        let known: readonly string[] = []
        for (const one of steps) {
          if (one.type === 'steer') await dj.steer({ ...nothingAsked, sessionId: session.id, talkEvery: one.talkEvery, skip: one.skip }, listening)
          else if (one.type === 'pass') world.clock.advance(one.seconds * 1_000)
          else if (one.type === 'heard') {
            const segment = (await planOf(dj, session.id)).at(-1 - one.place)
            await dj.heard([{ recommendationId: segment?.recommendationId ?? '', outcome: one.outcome, at: new Date(world.clock.now()) }], listening)
          } else {
            if (one.isGraceful) await dj[Symbol.asyncDispose]()
            else abandoned.push(dj)
            dj = await world.open()
          }
          const events = await eventsOf(dj, session.id)
          expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index))
          // An abandoned process of this test lives on and writes beside the new one; a real one is dead.
          if (abandoned.length > 0) break
          expect(named(events).slice(0, known.length)).toEqual(known)
          known = named(events)
        }
        for (const one of [...abandoned, dj]) await one[Symbol.asyncDispose]()
      }),
      { numRuns: 6 },
    )
  })
})
