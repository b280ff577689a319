import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAheadWorld, type AheadWorld } from './__fixtures__/ahead-world.js'
import { runCli, startCli } from './__fixtures__/cli.js'

const server = process.env['DATABASE_URL'] || null
const places = [['embedded', null] as const, ...(server === null ? [] : [['on a server', server] as const])]
const listeners = 10
const top = 3
const workers = 3

describe.each(places)('narrate, %s', (_, url) => {
  let world: AheadWorld
  beforeAll(async () => {
    world = await createAheadWorld(url, listeners)
  })
  afterAll(() => world[Symbol.asyncDispose]())

  const ahead = ['narrate', '--listeners', 'all', '--top', String(top), '--json']
  const begunAtLeast = async (count: number): Promise<void> => {
    while ((await world.begun()).length < count) await sleep(10)
  }
  const stored = async () => {
    await using database = await world.open()
    const rows = await database.db.selectFrom('narratives').select(['cache_key', 'text']).execute()
    return { texts: rows.length, places: new Set(rows.map((row) => row.cache_key)).size }
  }

  it('killed in the middle goes on: nothing is missing, each is stored once, at most one for each worker is written again', async () => {
    const killed = startCli([...ahead, '--workers', String(workers)], world.variables)
    const helper = url === null ? null : startCli(['worker', '--workers', '1'], world.variables)
    await begunAtLeast(8)
    helper?.kill('SIGKILL')
    killed.kill('SIGKILL')
    expect((await killed.ended).code).toBeNull()
    await helper?.ended
    const before = await world.begun()
    const { code, stdout, stderr } = await runCli([...ahead, '--workers', String(workers)], world.variables)
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({ listeners: { total: listeners, done: listeners }, items: { failed: 0 }, stopped: null })
    const begun = await world.begun()
    expect(begun.length).toBeGreaterThan(before.length)
    const repeated = begun.length - new Set(begun).size
    expect(repeated).toBeLessThanOrEqual(workers + (helper === null ? 0 : 1))
    const { texts, places: kept } = await stored()
    expect([texts, kept]).toEqual([new Set(begun).size, new Set(begun).size])

    const again = JSON.parse((await runCli([...ahead, '--workers', '1'], world.variables)).stdout) as { items: object }
    expect(again.items).toEqual({ written: 0, kept: listeners * top, failed: 0 })
    expect(await world.begun()).toHaveLength(begun.length)
  }, 120_000)

  it('a recall says what it did, and the list of recalls by whom', async () => {
    const where = ['narratives', 'recall', '--where', 'provider=model,artist=Alder Choir']
    const dry = JSON.parse((await runCli([...where, '--dry-run', '--json'], world.variables)).stdout) as { narratives: object[] }
    expect(dry.narratives.length).toBeGreaterThan(0)
    const { code, stdout } = await runCli([...where, '--by', 'eve', '--reason', 'a complaint', '--json'], world.variables)
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { withdrawn: dry.narratives.length, by: 'eve', reason: 'a complaint' }])
    expect((await runCli(['narratives', 'recalls'], world.variables)).stdout).toMatch(/eve {2}\d+ withdrawn.*Alder Choir.*a complaint/)
  }, 60_000)
})

it.each([
  ['a recipe that there is not', ['narrate', '--listeners', 'all', '--recipe', 'surprise'], /--recipe: there is no recipe surprise; there are discover/],
  ['a length of nothing', ['narrate', '--listeners', 'all', '--top', '0'], /--top expects a whole number from 1 to 200, not 0/],
  ['a budget that is no number', ['narrate', '--listeners', 'all', '--budget-usd', 'five'], /--budget-usd expects a number above 0, not five/],
  ['nobody to write for', ['narrate'], /required option '--listeners/],
  ['a criterion that there is not', ['narratives', 'recall', '--where', 'mood=sad', '--by', 'eve'], /--where: expected provider=.* not "mood=sad"/],
])('%s is wrong usage', async (_, args, hint) => {
  expect(await runCli(args, {})).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(hint) })
})
