import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openModelStore } from './model-store.js'

const fixture = (name: string) => fileURLToPath(new URL(`../__fixtures__/${name}`, import.meta.url))
const { signal } = new AbortController()
let home: string
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'ln-killed-'))
})
afterAll(() => rm(home, { recursive: true, force: true }))

/** Lets a process store models until so many are in force, kills it that much later, and tells what it said. */
async function killAfter(directory: string, models: number, milliseconds: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--import', fixture('resolve-source.js'), fixture('store-child.ts'), directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: string[] = []
  const enough = Promise.withResolvers<void>()
  const lines = createInterface({ input: child.stdout }).on('line', (line) => said.push(line) >= models && enough.resolve())
  await enough.promise
  await setTimeout(milliseconds)
  child.kill('SIGKILL')
  await Promise.all([once(child, 'exit'), once(lines, 'close')])
  return said
}

it('whenever a process is killed, a whole model is in force: the last that was announced, or the one after it', { timeout: 60_000 }, async () => {
  const directory = path.join(home, 'recommenders')
  const store = openModelStore({ directory, now: Date.now })
  for (const milliseconds of [0, 1, 2, 4, 7, 11, 16]) {
    const said = await killAfter(directory, 2, milliseconds)
    const version = await store.inForce()
    const opened = await store.open(version!, signal)
    expect(opened.facts.creatorIds).toHaveLength(700)
    const all = await store.list(signal)
    expect(all.map(({ problem }) => problem)).toEqual(all.map(() => null))
    // Nothing that was announced is lost: what is in force is that, or newer than that.
    expect(all.map((stored) => stored.version)).toContain(said.at(-1))
    expect(said.slice(0, -1)).not.toContain(version)
  }
})
