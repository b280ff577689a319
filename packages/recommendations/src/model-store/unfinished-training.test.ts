import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { smallTaste } from '../__fixtures__/small-taste.js'
import type { ModelName } from '../ranking-models/ranking-model.js'
import { trainModel } from '../ranking-models/train-model.js'
import { trainingKey } from './training-key.js'
import { forgetUnfinished, openUnfinished } from './unfinished-training.js'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'ln-unfinished-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

const { signal } = new AbortController()
const data = smallTaste(3, 120, 200, 4)
const fixture = (name: string) => fileURLToPath(new URL(`../__fixtures__/${name}`, import.meta.url))

/** Trains in a process of its own and kills it once it has kept so many steps. Returns how many it had kept. */
async function killAfter(model: ModelName, steps: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', fixture('resolve-source.js'), fixture('training-child.ts'), directory, model], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let kept = 0
  const lines = createInterface({ input: child.stdout }).on('line', (line) => {
    if (line !== 'done') kept += 1
    if (kept === steps) child.kill('SIGKILL')
  })
  await Promise.all([once(child, 'exit'), once(lines, 'close')])
  return kept
}

const digest = async (model: ModelName, found: string[] = []): Promise<string> => {
  const checkpoints = openUnfinished({ directory, key: 'k', everyMs: 0, onFound: (name, steps) => found.push(`${name}:${steps}`) })
  const { numbers, arrays } = (await trainModel(model, data, { seed: 7, signal, checkpoints })).toParts()
  return JSON.stringify([
    numbers,
    Object.entries(arrays).map(([name, array]) => [name, Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64')]),
  ])
}

describe('a training that was killed', () => {
  it.each<[ModelName, number[]]>([
    ['ease', [1, 5, 9]],
    ['ials', [2, 7]],
    // Steps of each run: the first may have got further than it was seen to, and the second goes on from there.
    ['item-knn', [50, 100]],
    ['hybrid', [3, 14, 17]],
  ])('of %s goes on where it was, and ends with the same model, bit by bit', { timeout: 60_000 }, async (model, kills) => {
    const undisturbed = await digest(model)
    forgetUnfinished(directory, 'k', Date.now())
    for (const steps of kills) expect(await killAfter(model, steps)).toBeGreaterThanOrEqual(steps)
    const found: string[] = []
    expect(await digest(model, found)).toBe(undisturbed)
    expect(found.length).toBeGreaterThan(0)
  })

  it('begins anew where what it kept is damaged', async () => {
    const undisturbed = await digest('ials')
    const [file = ''] = await readdir(directory)
    const bytes = await readFile(path.join(directory, file))
    bytes[bytes.length - 1]! ^= 1
    await writeFile(path.join(directory, file), bytes)
    const found: string[] = []
    expect(await digest('ials', found)).toBe(undisturbed)
    expect(found).toEqual([])
  })
})

describe('what is kept', () => {
  it('goes once the training is done, and after a week that nobody went on with it; of other trainings it stays', async () => {
    await digest('ials')
    await writeFile(path.join(directory, 'other.vectors.unfinished'), 'x')
    forgetUnfinished(directory, 'k', Date.now())
    expect(await readdir(directory)).toEqual(['other.vectors.unfinished'])
    forgetUnfinished(directory, 'k', Date.now() + 8 * 86_400_000)
    expect(await readdir(directory)).toEqual([])
  })

  it('costs nothing where it cannot be written', async () => {
    await writeFile(path.join(directory, 'file'), '')
    const checkpoints = openUnfinished({ directory: path.join(directory, 'file', 'below'), key: 'k', everyMs: 0 })
    await expect(trainModel('ials', data, { seed: 7, signal, checkpoints })).resolves.toMatchObject({ name: 'ials' })
  })

  it('belongs to one model, seed and data', () => {
    const key = trainingKey('ease', data, 1)
    const others = [
      trainingKey('ials', data, 1),
      trainingKey('ease', data, 2),
      trainingKey('ease', { ...data, itemTags: null }, 1),
      trainingKey('ease', smallTaste(4, 120, 200, 4), 1),
    ]
    expect(new Set([key, ...others]).size).toBe(5)
    expect(trainingKey('ease', smallTaste(3, 120, 200, 4), 1)).toBe(key)
  })
})
