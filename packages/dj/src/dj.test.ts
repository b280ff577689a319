import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { djWorld, listening, type DjWorld } from './__fixtures__/dj-world.js'
import { anybody, eventsOf, nothingAsked, planOf, sessionOf, settled, steered, until } from './__fixtures__/session-reader.js'
import { talkKinds, type Dj, type SteerOperation } from './index.js'

let world: DjWorld
beforeAll(async () => {
  world = await djWorld()
})
afterAll(() => world[Symbol.asyncDispose]())
beforeEach(async () => {
  world.manner = 'states'
  world.understanding = { operations: [], understood: [], refused: [] }
  await world.db.deleteFrom('dj_sessions').execute()
})

const asking = (...operations: readonly SteerOperation[]): void => {
  world.understanding = { operations, understood: operations.map(({ type }) => type), refused: [] }
}
const start = async (dj: Dj, more: object = {}) => sessionOf(await dj.start({ ...anybody, listenerId: world.listenerId, ...more }, listening))

describe('a session', () => {
  it('is planned three segments ahead of what plays, each a recommendation that feedback can refer to', async () => {
    await using dj = await world.open()
    const session = await start(dj)
    const plan = await until(async () => ((await planOf(dj, session.id)).length === 4 ? await planOf(dj, session.id) : null), 'four segments')
    expect(plan.map(({ position }) => position)).toEqual([0, 1, 2, 3])
    const kept = await world.db
      .selectFrom('recommendations')
      .select('id')
      .where(
        'id',
        'in',
        plan.map(({ recommendationId }) => recommendationId),
      )
      .execute()
    expect(kept).toHaveLength(4)
    expect(plan.every(({ reasons }) => reasons.length > 0)).toBe(true)
  })

  it('is the same for the same seed, data and steering, and another one for another seed', async () => {
    await using dj = await world.open()
    const sessions = [await start(dj, { seed: 11 }), await start(dj, { seed: 11 }), await start(dj, { seed: 12 })]
    asking({ type: 'without-tags', tags: ['punk'] })
    const plans = []
    for (const { id } of sessions) {
      for (let position = 1; position < 6; position += 1) await steered(dj, { sessionId: id, skip: true, ...(position === 2 && { request: 'no punk' }) })
      plans.push(await until(async () => ((await planOf(dj, id)).length === 9 ? (await planOf(dj, id)).map(({ itemId }) => itemId) : null), 'a whole plan'))
    }
    expect(plans[1]).toEqual(plans[0])
    expect(plans[2]).not.toEqual(plans[0])
  })

  it('moves on by its clock, with talk that was settled before', async () => {
    await using dj = await world.open()
    const session = await start(dj)
    for (let position = 1; position < 8; position += 1) {
      const next = await settled(dj, session.id, position)
      expect(talkKinds).toContain(next.talkKind)
      expect(next.talkKind === 'silence').toBe(next.talk === null)
      while ((await dj.find([session.id], listening))[0]?.position !== position) world.clock.advance(5_000)
    }
  })

  it('stands still while it is paused', async () => {
    await using dj = await world.open()
    const session = await start(dj)
    await settled(dj, session.id, 1)
    asking({ type: 'playback', action: 'pause' })
    expect((await steered(dj, { sessionId: session.id, request: 'wait' })).state).toBe('paused')
    world.clock.advance(3_600_000)
    expect((await dj.find([session.id], listening))[0]?.position).toBe(0)
    asking({ type: 'playback', action: 'resume' })
    expect((await steered(dj, { sessionId: session.id, request: 'go on' })).state).toBe('live')
    world.clock.advance(600_000)
    expect((await dj.find([session.id], listening))[0]?.position).toBeGreaterThan(0)
  })

  it('follows the player: what plays now, what was heard, what was skipped', async () => {
    await using dj = await world.open()
    const session = await start(dj)
    const plan = await until(async () => ((await planOf(dj, session.id)).length === 4 ? await planOf(dj, session.id) : null), 'four segments')
    const tell = async (position: number, outcome: 'impression' | 'play' | 'skip') => {
      await dj.heard([{ recommendationId: plan[position]?.recommendationId ?? '', outcome, at: new Date(world.clock.now()) }], listening)
      return (await dj.find([session.id], listening))[0]?.position
    }
    expect(await tell(0, 'impression')).toBe(0)
    expect(await tell(0, 'play')).toBe(1)
    expect(await tell(0, 'play')).toBe(1)
    expect(await tell(1, 'skip')).toBe(2)
    expect(await tell(3, 'impression')).toBe(3)
    await dj.heard([{ recommendationId: 'rec_unknown', outcome: 'play', at: new Date() }], listening)
    expect((await dj.find([session.id], listening))[0]?.position).toBe(3)
  })

  it('is exported as JSPF, with the talk as annotations', async () => {
    await using dj = await world.open()
    const session = await start(dj)
    await settled(dj, session.id, 1)
    const { playlist } = (await dj.export(session.id, listening)) as { playlist: { track: Record<string, unknown>[] } }
    const plan = await planOf(dj, session.id)
    expect(playlist.track).toHaveLength(plan.length)
    const [first] = playlist.track
    expect(first?.['location']).toEqual([expect.stringMatching(/^http:\/\/archive\.example\//u)])
    expect(first).toMatchObject({ title: expect.any(String), creator: expect.any(String), album: expect.any(String), duration: expect.any(Number) })
    const talk = plan[0]?.talk
    expect(first?.['annotation']).toBe(talk?.type === 'narrative' ? talk.text : undefined)
  })

  it('is not started for a listener that is not there, nor with what cannot be', async () => {
    await using dj = await world.open()
    const refused = async (more: object) => await dj.start({ ...anybody, ...more }, listening)
    expect(await refused({ listenerId: 'lis_nobody' })).toMatchObject({ code: 'NOT_FOUND', path: ['listenerId'] })
    expect(await refused({ kinds: [] })).toMatchObject({ code: 'INVALID_INPUT', path: ['kinds'] })
    expect(await refused({ talkEvery: -1 })).toMatchObject({ code: 'INVALID_INPUT', path: ['talkEvery'] })
    expect(await refused({ adventurousness: 2 })).toMatchObject({ code: 'INVALID_INPUT', path: ['adventurousness'] })
    expect(await refused({ provider: 'nobody' })).toMatchObject({ code: 'INVALID_INPUT', path: ['provider'] })
    expect(await dj.steer({ ...nothingAsked, sessionId: 'djs_unknown' }, listening)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await dj.events('djs_unknown', null, listening)).toBeNull()
    expect(await dj.export('djs_unknown', listening)).toBeNull()
    expect(await dj.find(['djs_unknown'], listening)).toEqual([null])
    expect(await dj.findSegments(['djg_unknown'], listening)).toEqual([null])
  })
})

describe('steering', () => {
  it('changes what comes next, and says what was understood', async () => {
    await using dj = await world.open()
    const session = await start(dj)
    const before = await until(async () => ((await planOf(dj, session.id)).length === 4 ? await planOf(dj, session.id) : null), 'a plan')
    asking({ type: 'years', from: 2005, to: 2013 })
    const after = await steered(dj, { sessionId: session.id, request: 'from 2005 on' })
    expect(after).toMatchObject({ request: 'from 2005 on', understood: ['years'], refused: [] })
    const plan = await planOf(dj, session.id)
    expect(plan[0]?.id).toBe(before[0]?.id)
    expect(plan.slice(1).every(({ id }) => !before.some((old) => old.id === id))).toBe(true)
    const ids = plan.slice(1).map(({ itemId }) => itemId)
    const years = await world.db
      .selectFrom('tracks')
      .innerJoin('releases', 'releases.id', 'tracks.release_id')
      .select('release_year')
      .where('tracks.id', 'in', ids)
      .execute()
    expect(years.every(({ release_year: year }) => year !== null && year >= 2005)).toBe(true)
    const dropped = (await eventsOf(dj, session.id)).filter(({ type }) => type === 'segment-dropped')
    expect(dropped).toHaveLength(3)
  })

  it('leaves out tags for good, and says what it had to let in', async () => {
    await using dj = await world.open()
    const session = await start(dj)
    asking({ type: 'without-tags', tags: ['techno', 'punk'] }, { type: 'years', from: 1950, to: 1951 })
    await steered(dj, { sessionId: session.id, request: 'nothing loud, from 1950' })
    const plan = (await planOf(dj, session.id)).slice(1)
    const tags = await world.db
      .selectFrom('tracks')
      .innerJoin('release_tags', 'release_tags.release_id', 'tracks.release_id')
      .select('tag')
      .where(
        'tracks.id',
        'in',
        plan.map(({ itemId }) => itemId),
      )
      .execute()
    expect(plan.length).toBeGreaterThan(0)
    expect(tags.map(({ tag }) => tag.toLowerCase()).filter((tag) => tag === 'techno' || tag === 'punk')).toEqual([])
    expect((await dj.find([session.id], listening))[0]?.refused).toEqual(['Too little in the catalogue is from 1950 to 1951: other years are let in.'])
  })

  it('plays what was asked for next', async () => {
    await using dj = await world.open()
    const session = await start(dj)
    const { id } = await world.db.selectFrom('tracks').select('id').where('title', '=', 'Yarrow Seed').executeTakeFirstOrThrow()
    asking({ type: 'play', ids: [id] })
    await steered(dj, { sessionId: session.id, request: 'Yarrow Seed' })
    const plan = await planOf(dj, session.id)
    expect(plan[1]?.itemId).toBe(id)
    expect(plan.filter(({ itemId }) => itemId === id)).toHaveLength(1)
  })

  it('skips, and talks no more where that is asked', async () => {
    await using dj = await world.open()
    const session = await start(dj)
    await settled(dj, session.id, 1)
    const skipped = await steered(dj, { sessionId: session.id, talkEvery: 0, skip: true })
    expect(skipped).toMatchObject({ position: 1, talkEvery: 0 })
    const next = await settled(dj, session.id, 2)
    expect(next).toMatchObject({ talkKind: 'silence', talk: null })
  })

  it('of two clients at once is done one after the other', async () => {
    await using dj = await world.open()
    const session = await start(dj)
    await Promise.all([0, 1, 2, 3, 4, 5].map((number) => steered(dj, { sessionId: session.id, adventurousness: number / 10, skip: number % 2 === 0 })))
    const events = await eventsOf(dj, session.id)
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index))
    const plan = await planOf(dj, session.id)
    expect(plan.map(({ position }) => position)).toEqual(plan.map((_, index) => index))
    expect((await dj.find([session.id], listening))[0]?.position).toBe(3)
  })

  it('is a conflict after the end', async () => {
    await using dj = await world.open()
    const session = await start(dj)
    asking({ type: 'playback', action: 'end' })
    expect((await steered(dj, { sessionId: session.id, request: 'that was it' })).state).toBe('ended')
    expect(await dj.steer({ ...nothingAsked, sessionId: session.id, skip: true }, listening)).toMatchObject({ code: 'CONFLICT' })
    // Whoever follows is told of the end, and then let go.
    const told = []
    for await (const event of (await dj.events(session.id, -1, listening)) ?? []) told.push(event)
    expect(told.at(-1)).toMatchObject({ type: 'session', session: { state: 'ended' } })
  })
})
