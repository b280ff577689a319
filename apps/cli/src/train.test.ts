import { readFile, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '@linernotes/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAheadWorld, type AheadWorld } from './__fixtures__/ahead-world.js'
import { runCli, startCli } from './__fixtures__/cli.js'

const server = process.env['DATABASE_URL'] || null
const places = [['embedded', null] as const, ...(server === null ? [] : [['on a server', server] as const])]

interface Listed {
  readonly version: string
  readonly file: string
  readonly inForce: boolean
  readonly facts: { readonly creators: number; readonly listeners: number } | null
  readonly problem: string | null
}

describe.each(places)('train, %s', (_, url) => {
  let world: AheadWorld
  beforeAll(async () => {
    world = await createAheadWorld(url, 12)
  })
  afterAll(() => world[Symbol.asyncDispose]())

  const run = (...args: readonly string[]) => runCli(args, world.variables)
  const answer = async <Answer>(...args: readonly string[]): Promise<Answer> => {
    const { code, stdout, stderr } = await run(...args, '--json')
    expect([code, stderr]).toEqual([0, ''])
    return JSON.parse(stdout) as Answer
  }
  const train = (...args: readonly string[]) => answer<{ version: string; replaced: string | null; pruned: readonly string[] }>('train', ...args)
  const listed = async () => (await answer<{ recommenders: readonly Listed[] }>('models', 'list')).recommenders

  it('stores a version and puts it in force; models list shows it', async () => {
    expect((await run('models', 'list')).stderr).toContain('linernotes train')
    const report = await train('--recipe', 'discover-tracks')
    expect(report).toMatchObject({ model: 'hybrid', listeners: 12, creators: 2, interactions: 24, leftOut: 0, replaced: null, pruned: [] })
    expect(await listed()).toMatchObject([{ version: report.version, inForce: true, facts: { creators: 2, listeners: 12 }, problem: null }])
    expect((await run('models', 'list')).stdout).toContain(`● ${report.version}`)
  })

  it('again on the same data with the same seed gives the same version, and says that nothing has changed', async () => {
    const [before] = await listed()
    expect(await train()).toMatchObject({ version: before!.version, replaced: before!.version, pruned: [] })
    expect((await run('train')).stderr).toContain('nothing has changed')
    expect(await listed()).toMatchObject([{ version: before!.version, inForce: true, problem: null }])
  })

  it('for a recipe that asks no trained model it trains nothing, and says so', async () => {
    const before = await listed()
    const { code, stdout } = await run('train', '--recipe', 'rediscover')
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^Nothing to train: rediscover asks no trained model/)])
    expect(await answer('train', '--recipe', 'non-profiled')).toMatchObject({ recipe: 'non-profiled', trained: false })
    expect(await listed()).toEqual(before)
  })

  it('several trainings keep three versions and the one in force, and models use goes back and to none', { timeout: 90_000 }, async () => {
    const first = (await listed())[0]!.version
    // As "models use" leaves it: the newest is not the one in force.
    const others = [await train('--model', 'item-knn'), await train('--seed', '2')]
    expect(others.map(({ replaced }) => replaced)).toEqual([first, others[0]!.version])
    expect(await answer('models', 'use', first)).toEqual({ version: first, replaced: others[1]!.version })
    expect((await listed()).filter(({ inForce }) => inForce).map(({ version }) => version)).toEqual([first])
    await train('--seed', '3')
    const last = await train('--seed', '4')
    // The newest three, of which the last is in force; what it replaced is one of them.
    expect(last.pruned.length).toBe(2)
    expect((await listed()).length).toBe(3)
    expect(await answer('models', 'use', 'none')).toEqual({ version: null, replaced: last.version })
    expect((await listed()).some(({ inForce }) => inForce)).toBe(false)
    expect((await run('models', 'use', last.version)).stdout).toBe(`${last.version} is in force.\n`)
  })

  it('what cannot be used is one line with the remedy, and changes nothing', { timeout: 60_000 }, async () => {
    const [newest, older] = await listed()
    const bytes = await readFile(older!.file)
    bytes[bytes.length - 1]! ^= 1
    await writeFile(older!.file, bytes)
    for (const [version, words] of [
      [older!.version, older!.file],
      ['ease-20240101-000000-0123456789abcdef', 'linernotes models list'],
      ['../in-force', 'linernotes models list'],
    ] as const) {
      const { code, stdout, stderr } = await run('models', 'use', version)
      expect([code, stdout]).toEqual([1, ''])
      expect(stderr).toContain(words)
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
    expect((await listed()).map(({ problem }) => problem?.includes('is damaged') ?? null)).toContain(true)
    expect((await listed()).find(({ inForce }) => inForce)?.version).toBe(newest!.version)
  })

  it.each([
    ['--model', 'oracle', /there is no "oracle"; there are popularity, /],
    ['--recipe', 'soup', /there is no "soup"; there are discover, /],
    ['--seed', '-1', /whole number/],
  ])('%s %s is wrong usage', async (option, value, reason) => {
    const { code, stdout, stderr } = await run('train', option, value)
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(reason)])
  })

  it('that is stopped or killed at any moment leaves what was in force, or a whole new one', { timeout: 90_000 }, async () => {
    for (const [signal, milliseconds] of [
      ['SIGINT', 900],
      ['SIGKILL', 1_300],
    ] as const) {
      const before = await listed()
      const training = startCli(['train', '--seed', String(milliseconds)], world.variables)
      await sleep(milliseconds)
      training.kill(signal)
      const { code } = await training.ended
      const after = await listed()
      const inForce = after.find((version) => version.inForce)
      expect(inForce).toMatchObject({ problem: null, facts: { creators: 2 } })
      const allowed = code === 130 ? before : after
      expect(allowed.map((stored) => stored.version)).toContain(inForce?.version)
    }
    expect((await train()).version).toBe((await listed())[0]?.version)
  })

  it('works beside a process that serves: embedded, through the one that has the data directory open', async () => {
    const dataDirectory = world.variables['LINERNOTES_DATA_DIR']!
    await using serving = await openDatabase({ url: url ?? undefined, dataDirectory, mode: 'own' })
    expect(await train()).toMatchObject({ listeners: 12 })
    expect(serving.owned).toBe(url === null)
  })
})
