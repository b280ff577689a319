import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { createTestHost, obedientProvider, providerPlugin } from '@linernotes/narrative-sdk/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ProviderRegistry } from './provider-registry.js'

// A crowded machine is slow to see a loop, and slow to start.
/** The built files: nothing but a process of its own can be ended. `pnpm test` builds first. */
const built = path.resolve(import.meta.dirname, '../../dist/registry')
let directory: string
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'blocking-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

async function run(work: string, { blockedMs = 400, format = 'json' } = {}): Promise<{ readonly code: number | null; readonly complaint: string }> {
  const script = `
    import { watchBlocking } from ${JSON.stringify(path.join(built, 'watch-blocking.js'))}
    import { runAsPlugin } from ${JSON.stringify(path.join(built, 'plugin-scope.js'))}
    watchBlocking({ stateDirectory: ${JSON.stringify(directory)}, format: ${JSON.stringify(format)}, blockedMs: ${blockedMs} })
    const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))
    await sleep(300)
    ${work}
    await sleep(100)
    process.exit(7)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'ignore', 'pipe'] })
  const closed = Promise.withResolvers<number | null>()
  child.once('close', closed.resolve)
  const complaint = await text(child.stderr)
  return { code: await closed.promise, complaint }
}

const busy = 'const end = Date.now() + 5000; while (Date.now() < end);'

describe('a plugin that does not let go is named, noted, and ends the process', () => {
  test.each([
    ['an endless loop', "runAsPlugin('greedy', () => { for (;;); })"],
    [
      'one that begins after a wait, in a timer of its own',
      "runAsPlugin('greedy', () => setTimeout(async () => { await null; for (;;); }, 5)); await sleep(5_000)",
    ],
    ['promises that make promises', "runAsPlugin('greedy', () => { const again = () => Promise.resolve().then(again); again() }); await sleep(5_000)"],
    ['an expression that goes back and back', "runAsPlugin('greedy', () => /^(a+)+$/.test('a'.repeat(40) + 'b'))"],
  ])('%s', { timeout: 60_000 }, async (_, work) => {
    const { code, complaint } = await run(work)
    expect(code).toBe(1)
    const line = complaint.split('\n').find((one) => one.startsWith('{')) ?? ''
    expect(JSON.parse(line)).toMatchObject({
      level: 60,
      provider: 'greedy',
      msg: expect.stringMatching(/^greedy has kept the process busy for [\d.]+ s.* at .*take greedy out of/u),
    })
    expect(await readdir(path.join(directory, '.blocked'))).toEqual(['greedy'])
    await rm(path.join(directory, '.blocked'), { recursive: true })
  })
})

describe('goes on', { timeout: 60_000 }, () => {
  test('where the work is ours, and says so in the log of a service', async () => {
    const { code, complaint } = await run(busy)
    expect({ code, said: JSON.parse(complaint.split('\n', 1)[0] ?? '') }).toMatchObject({
      code: 7,
      said: { level: 40, provider: null, msg: expect.stringContaining(' has been busy for ') },
    })
    expect(await run(busy, { format: 'line' })).toEqual({ code: 7, complaint: '' })
  })

  test('where a plugin works hard, and not so long', async () => {
    expect(await run(`runAsPlugin('diligent', () => { ${busy} })`, { blockedMs: 10_000 })).toEqual({ code: 7, complaint: '' })
  })
})

test('who blocked the process is left alone for ten minutes, by name and time, and is asked again then', { timeout: 60_000 }, async () => {
  await run("runAsPlugin('greedy', () => { for (;;); })")
  await using host = await createTestHost()
  const plugin = providerPlugin('greedy', () => obedientProvider())
  await using registry = new ProviderRegistry(new Map([['greedy', { plugin, options: {} }]]), { ...host, stateDirectory: directory })
  await expect(registry.provider('greedy')).rejects.toMatchObject({
    name: 'NarrativeError',
    code: 'unavailable',
    message: expect.stringMatching(/^It blocked the whole process at \d\d:\d\d UTC, and is left alone until \d\d:\d\d UTC$/u),
  })
  const before = new Date(Date.now() - 601_000)
  await utimes(path.join(directory, '.blocked/greedy'), before, before)
  expect((await registry.provider('greedy')).capabilities.kinds).toContain('track')
})
