import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDatabaseDirectory } from '../__fixtures__/create-directory.js'
import type { Engine } from './engine.js'
import { createPGliteEngine, openPGlite } from './pglite-engine.js'
import { openWorkerEngine } from './worker-engine.js'

const heavy = { sql: 'select count(*) from generate_series(1, 1000000)', parameters: [] }

/** How often a timer of 5 ms got its turn while the engine was busy. */
async function countTicks(engine: Engine): Promise<number> {
  let ticks = 0
  const timer = setInterval(() => (ticks += 1), 5)
  const { result } = await engine.execute(heavy)
  clearInterval(timer)
  expect(result?.rows).toEqual([['1000000']])
  return ticks
}

test('a heavy statement blocks the worker’s thread and not this one', async () => {
  await using directory = await createDatabaseDirectory()
  const dataDirectory = join(directory.path, 'pgdata')
  const worker = await openWorkerEngine(dataDirectory)
  const inWorker = await countTicks(worker)
  await worker.close()
  const pglite = createPGliteEngine(await openPGlite({ dataDir: dataDirectory }))
  const inThisThread = await countTicks(pglite)
  await pglite.close()
  expect(inWorker).toBeGreaterThan(5 * (inThisThread + 1))
  await expect(worker.execute(heavy)).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' })
})
