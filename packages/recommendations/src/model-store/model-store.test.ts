import { mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { datedModel } from '../__fixtures__/dated-model.js'
import { scoresOf, trainedParts } from '../__fixtures__/parts.js'
import { encodeModel } from './model-bytes.js'
import { openModelStore, type ModelStore } from './model-store.js'

const { signal } = new AbortController()
let directory: string
let store: ModelStore
beforeEach(async () => {
  directory = path.join(await mkdtemp(path.join(tmpdir(), 'ln-store-')), 'recommenders')
  store = openModelStore({ directory, now: Date.now })
})
afterEach(() => rm(path.dirname(directory), { recursive: true, force: true }))

const save = async (minute: number): Promise<string> => (await store.save(trainedParts({ minute, seed: minute }), signal)).version
const versions = async () => (await store.list(signal)).map(({ version }) => version)

const damaged = (file: string) => ({
  code: 'DAMAGED',
  message: expect.stringMatching(new RegExp(`^The trained model ${file}.* is damaged: .*linernotes train.*linernotes models use`)),
})

describe('a store', () => {
  it('that nobody has written to is empty, and has nothing in force', async () => {
    expect([await store.list(signal), await store.inForce(), await store.prune(null)]).toEqual([[], null, []])
  })

  it('gives back what was stored: facts, numbers and every array', async () => {
    const { version, file, bytes } = await store.save(trainedParts(), signal)
    const opened = await store.open(version, signal)
    expect(opened).toMatchObject({ version, bytes, facts: trainedParts().facts })
    expect(scoresOf(opened.ranking)).toEqual(scoresOf())
    expect(opened.ranking.toParts()).toEqual(trainedParts().parts)
    expect((await readFile(file)).length).toBe(bytes)
    expect(version).toMatch(/^ease-[0-9a-f]{16}$/)
  })

  it('calls the same model by the same name, and another by another', async () => {
    expect(await save(1)).toBe(await save(1))
    expect((await store.save(trainedParts({ minute: 1, seed: 2 }), signal)).version).not.toBe(await save(1))
  })

  it('calls equal models alike that were trained at different moments, and tells when the last of them was', async () => {
    const first = await store.save(trainedParts({ minute: 1 }), signal)
    await save(2)
    const again = await store.save(trainedParts({ minute: 3 }), signal)
    expect(again).toMatchObject({ version: first.version, file: first.file })
    expect((await store.list(signal)).map(({ version, facts }) => [version, facts?.trainedAt])).toEqual([
      [first.version, '2024-01-01T00:03:00.000Z'],
      [(await versions())[1], '2024-01-01T00:02:00.000Z'],
    ])
  })

  it('opens, sorts and puts in force what was stored with its moment in the name', async () => {
    const { version, bytes } = datedModel(trainedParts({ minute: 5 }))
    expect(version).toMatch(/^ease-20240101-000500-[0-9a-f]{16}$/)
    const [before, after] = [await save(4), await save(6)]
    await writeFile(path.join(directory, `${version}.model`), bytes)
    await store.use(version, signal)
    expect(await store.open(version, signal)).toMatchObject({ version, facts: trainedParts({ minute: 5 }).facts })
    expect((await store.list(signal)).map((stored) => [stored.version, stored.problem])).toEqual([after, version, before].map((name) => [name, null]))
    bytes[bytes.length - 1]! ^= 1
    await writeFile(path.join(directory, `${version}.model`), bytes)
    await expect(store.open(version, signal)).rejects.toMatchObject({ code: 'DAMAGED' })
  })

  it('puts a version in force, goes back to an older one, and to none', async () => {
    const [one, two] = [await save(1), await save(2)]
    expect(await store.inForce()).toBeNull()
    await store.use(two, signal)
    expect(await store.inForce()).toBe(two)
    await store.use(one, signal)
    expect(await openModelStore({ directory, now: Date.now }).inForce()).toBe(one)
    expect((await store.list(signal)).map(({ version, inForce }) => [version, inForce])).toEqual([
      [two, false],
      [one, true],
    ])
    await store.use(null, signal)
    expect(await store.inForce()).toBeNull()
  })

  it('keeps the newest three and the one in force', async () => {
    const [one, two, ...others] = [await save(1), await save(2), await save(3), await save(4), await save(5)]
    await store.use(one!, signal)
    expect(await store.prune(two!)).toEqual([])
    expect(await store.prune(null)).toEqual([two])
    expect(await versions()).toEqual([...others.toReversed(), one])
  })

  it('deletes what a killed process left behind, and nothing that may still be written at', async () => {
    await save(1)
    const [old, fresh] = [path.join(directory, 'old.part'), path.join(directory, 'fresh.part')]
    for (const part of [old, fresh]) await writeFile(part, 'half')
    await utimes(old, new Date(0), new Date(0))
    await store.prune(null)
    expect((await readdir(directory)).filter((name) => name.endsWith('.part'))).toEqual(['fresh.part'])
  })
})

describe('a model that is not what was stored', () => {
  it.each<[what: string, change: (bytes: Buffer) => Buffer]>([
    ['one bit of an array', (bytes) => ((bytes[bytes.indexOf('{"trainedAt"') - 8]! ^= 1), bytes)],
    ['one digit of the moment at its end', (bytes) => Buffer.from(bytes.toString('latin1').replace('"2024-', '"2023-'), 'latin1')],
    ['one bit of its last sum', (bytes) => ((bytes[bytes.length - 30]! ^= 1), bytes)],
    ['one digit of the header', (bytes) => Buffer.from(bytes.toString('latin1').replace('"seed":1', '"seed":7'), 'latin1')],
    ['the end', (bytes) => bytes.subarray(0, -8)],
    ['most of it', (bytes) => bytes.subarray(0, 10)],
    ['everything', () => Buffer.alloc(0)],
    ['something behind it', (bytes) => Buffer.concat([bytes, Buffer.alloc(8)])],
    ['the length of the header', (bytes) => (bytes.writeUInt32LE(0xffffffff, 8), bytes)],
  ])('is refused by name: %s', async (_, change) => {
    const { version, file } = await store.save(trainedParts(), signal)
    await writeFile(file, change(await readFile(file)))
    await expect(store.open(version, signal)).rejects.toMatchObject(damaged(file))
    await expect(store.use(version, signal)).rejects.toMatchObject(damaged(file))
    expect(await store.inForce()).toBeNull()
    expect(await store.list(signal)).toMatchObject([{ version, facts: null, problem: expect.stringContaining(file) }])
  })

  it('is refused under the name of another', async () => {
    const [one, two] = [await store.save(trainedParts({ seed: 1 }), signal), await store.save(trainedParts({ seed: 2 }), signal)]
    await rename(two.file, one.file)
    await expect(store.open(one.version, signal)).rejects.toMatchObject(damaged(one.file))
  })

  it('never comes into force in place of a good one', async () => {
    const [good, bad] = [await save(1), await store.save(trainedParts({ seed: 2 }), signal)]
    await store.use(good, signal)
    await writeFile(bad.file, 'nothing')
    await expect(store.use(bad.version, signal)).rejects.toMatchObject({ code: 'DAMAGED' })
    expect(await store.inForce()).toBe(good)
  })

  it.each(['ease-0123456789abcdef', 'ease-20240101-000000-0123456789abcdef', '../../secret', 'in-force', ''])('is not there: "%s"', async (version) => {
    await expect(store.open(version, signal)).rejects.toMatchObject({ code: 'UNKNOWN_VERSION', message: expect.stringContaining('linernotes models list') })
  })

  it('a file that does not say what is in force is named, and choosing repairs it', async () => {
    const version = await save(1)
    await writeFile(path.join(directory, 'in-force.json'), '{"version":')
    await expect(store.inForce()).rejects.toMatchObject({ code: 'DAMAGED', message: expect.stringContaining('in-force.json') })
    await store.use(version, signal)
    expect(await store.inForce()).toBe(version)
  })
})

describe('writing', () => {
  it('that is stopped at any piece leaves no file, and the reason', async () => {
    const reason = new Error('stop')
    const pieces = [...encodeModel(trainedParts())].length
    for (let stopAt = 0; stopAt < pieces; stopAt++) {
      const stopping = new AbortController()
      let seen = 0
      const watched = new Proxy(stopping.signal, {
        get: (target, name) => {
          if (name === 'throwIfAborted' && seen++ === stopAt) stopping.abort(reason)
          const value = Reflect.get(target, name) as unknown
          return typeof value === 'function' ? value.bind(target) : value
        },
      })
      await expect(store.save(trainedParts(), watched)).rejects.toBe(reason)
      expect(await readdir(directory)).toEqual([])
    }
  })

  it('where nothing can be written says so', async () => {
    await writeFile(directory, 'a file where the directory should be')
    await expect(store.save(trainedParts(), signal)).rejects.toMatchObject({ code: 'DIRECTORY_NOT_WRITABLE', message: expect.stringContaining(directory) })
  })
})
