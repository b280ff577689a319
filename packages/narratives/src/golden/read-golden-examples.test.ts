import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleTrackRequest } from '@linernotes/narrative-sdk/testing'
import { linerNotesConfigSchema } from '../config.js'
import { examplesFor } from './examples-for.js'
import { readGoldenExamples } from './read-golden-examples.js'

const shipped = readGoldenExamples()
const [first] = shipped.examples
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'golden-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function write(name: string, content: unknown): Promise<string> {
  const file = path.join(folder, name)
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

it('reads the same set with the same version each time', () => {
  expect(readGoldenExamples()).toEqual(shipped)
  expect(shipped.examples.map(({ id }) => id)).toEqual(shipped.examples.map(({ id }) => id).toSorted())
})

it('adds the examples of an operator, and puts one in the place of ours', async () => {
  const own = { ...first, id: 'house-style-1' }
  const changed = { ...first, genres: ['Polka'] }
  await write('own.json', [own, changed])
  const extended = readGoldenExamples(pathToFileURL(`${folder}/`))
  expect(extended.examples).toHaveLength(shipped.examples.length + 1)
  expect(extended.examples.find(({ id }) => id === first?.id)?.genres).toEqual(['Polka'])
  expect(extended.version).not.toBe(shipped.version)
})

it('says where an example is wrong, and how', async () => {
  const unknown = await write('unknown.json', [{ ...first, sentences: [{ text: 'Hello.', factIds: ['F99'] }] }])
  expect(() => readGoldenExamples(unknown)).toThrow(/unknown\.json: 0\.sentences\.0: there is no fact F99/u)
  const misspelt = await write('misspelt.json', [{ ...first, stile: 'dj' }])
  expect(() => readGoldenExamples(misspelt)).toThrow(/stile/u)
  const twice = await write('twice.json', [first, first])
  expect(() => readGoldenExamples(twice)).toThrow(/is there twice/u)
  const broken = await write('broken.json', '[')
  expect(() => readGoldenExamples(broken)).toThrow(/broken\.json: /u)
  expect(() => readGoldenExamples(path.join(folder, 'nowhere'))).toThrow(/goldenExamples: there is no file or folder/u)
})

it('is named in the configuration, as a URL or a path', () => {
  const config = { providers: [async () => ({ default: {} })], order: { track: ['house'], episode: ['house'] } }
  for (const goldenExamples of [pathToFileURL(folder), './golden', undefined])
    expect(linerNotesConfigSchema.parse({ ...config, goldenExamples }).goldenExamples).toEqual(goldenExamples)
  expect(linerNotesConfigSchema.safeParse({ ...config, goldenExamples: 7 }).success).toBe(false)
})

it('takes another language as data', async () => {
  const file = await write('eo.json', [{ ...first, id: 'eo-1', language: 'eo', kind: 'track', style: 'blurb' }])
  const set = readGoldenExamples(file)
  expect(examplesFor({ ...sampleTrackRequest, language: 'eo-XX' }, 3, set).map(({ id }) => id)).toEqual(['eo-1'])
  expect(examplesFor(sampleTrackRequest, 3, set).map(({ id }) => id)).not.toContain('eo-1')
})
