import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { createEvidence, type Evidence } from '@linernotes/catalog'
import { createTestDatabase } from '@linernotes/database/testing'
import type { NarrativePlugin } from '@linernotes/narrative-sdk'
import { createTestHost } from '@linernotes/narrative-sdk/testing'
import { type Brief, createNarrator as openNarrator } from '@linernotes/narratives'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyRepository, type RepositoryCopy } from './__fixtures__/repository-copy.js'
import { createNarrator, type TemplateName } from './create-narrator.js'
import { UsageError } from './usage-error.js'

let copy: RepositoryCopy
beforeAll(async () => {
  copy = await copyRepository()
})
afterAll(() => copy[Symbol.asyncDispose]())

describe.each<[TemplateName, string]>([
  ['rules', 'night-owl'],
  ['langchain', 'parrot'],
])('a narrator of the template %s', (template, name) => {
  it('is made and registered, and builds', { timeout: 60_000 }, async () => {
    const created = await createNarrator({ name, template, root: copy.root, directory: null })
    expect(created.registration).toEqual({ done: ['package.json', 'linernotes.config.ts'], byHand: [] })
    expect(await readFile(path.join(copy.root, 'linernotes.config.ts'), 'utf8')).toContain(`    () => import('@linernotes/${name}'),\n`)
    await copy.link(name)
    expect(await copy.run('tsc', '-p', `plugins/${name}`)).toEqual({ code: 0, output: '' })
  })

  it('keeps the contract, and passes the doctor', { timeout: 60_000 }, async () => {
    const { output } = await copy.linernotes('providers', 'conformance', name, '--json')
    expect(JSON.parse(output)).toMatchObject({ plugin: name, passed: true, counts: { failed: 0 } })
    const doctor = JSON.parse((await copy.linernotes('providers', 'doctor', name, '--json')).output) as { providers: object[] }
    expect(doctor.providers).toEqual([expect.objectContaining({ key: name, works: true })])
  })

  it('answers a request to narrate', { timeout: 60_000 }, async () => {
    const file = path.join(copy.root, 'plugins', name, 'dist/index.js')
    const { default: plugin } = (await import(pathToFileURL(file).href)) as { default: NarrativePlugin }
    await using host = await createTestHost()
    await using database = await createTestDatabase()
    const order = { track: [name], episode: [name] }
    await using narrator = await openNarrator({ db: database.db, config: { providers: [plugin], narratives: {}, order }, host })
    expect(await narrator.narrate(brief(), { signal: AbortSignal.timeout(20_000) })).toMatchObject({
      type: 'narrative',
      provider: name,
      fallbackReason: null,
      text: expect.stringMatching(/^You played C-Doc 212 times in 2016\./u),
    })
  })

  it('has the shape of a plugin, formatted and without a finding', async () => {
    expect(await copy.run('oxfmt', '--check', 'plugins', 'package.json', 'linernotes.config.ts')).toEqual({ code: 0, output: expect.any(String) })
    expect(await copy.run('oxlint', 'plugins')).toEqual({ code: 0, output: expect.any(String) })
  })
})

it('passes its own tests and those of the house', { timeout: 90_000 }, async () => {
  const { code, output } = await copy.run('vitest', 'run', 'plugins', 'tools/house')
  expect(output).toMatch(/Test Files {2}6 passed \(6\)/u)
  expect(code).toBe(0)
})

describe('refuses', () => {
  it('to write over anything', async () => {
    const again = createNarrator({ name: 'night-owl', template: 'rules', root: copy.root, directory: null })
    await expect(again).rejects.toThrow(UsageError)
    const elsewhere = createNarrator({ name: 'x', template: 'rules', root: copy.root, directory: copy.root })
    await expect(elsewhere).rejects.toThrow(/There is a .* already/u)
  })

  it('to edit a configuration that looks otherwise, and says what to add', async () => {
    const file = path.join(copy.root, 'linernotes.config.ts')
    const other = `export default defineConfig(() => ({ providers: all }))\n`
    await writeFile(file, other)
    const { registration } = await createNarrator({ name: 'late', template: 'rules', root: copy.root, directory: null })
    expect(registration).toEqual({ done: ['package.json'], byHand: ["add () => import('@linernotes/late'), to providers in linernotes.config.ts"] })
    expect(await readFile(file, 'utf8')).toBe(other)
  })
})

it('makes a package of its own elsewhere, which names the SDK of this repository', async () => {
  const directory = path.join(copy.root, 'elsewhere/far-owl')
  const { files, registration } = await createNarrator({ name: 'far-owl', template: 'langchain', root: copy.root, directory })
  expect([registration, files]).toEqual([null, expect.arrayContaining(['package.json', 'src/chat-model.ts', 'src/conformance.test.ts'])])
  const manifest = JSON.parse(await readFile(path.join(directory, 'package.json'), 'utf8')) as { name: string; dependencies: object }
  expect(manifest).toMatchObject({ name: 'far-owl', dependencies: { '@linernotes/narrative-sdk': `file:${copy.root}/packages/narrative-sdk` } })
  expect(await readFile(path.join(directory, 'src/conformance.test.ts'), 'utf8')).toContain("from 'node:test'")
})

function evidence(property: string, statement: string, values: Evidence['values'], kind: Evidence['kind']): Evidence {
  const source = { name: 'Test', url: null, licence: 'CC0-1.0', retrievedAt: null }
  const unknown = { subjectId: null, query: null, computedAt: null, episodeId: null, plays: null, firstPlayedAt: null, lastPlayedAt: null, listeners: null }
  return createEvidence({ ...unknown, kind, property, subject: 'you', statement, values, source })
}

/** A track by C-Doc, for somebody who played C-Doc 212 times in 2016. */
function brief(): Brief {
  const item = { title: 'Digg It!', by: 'C-Doc' }
  const played = evidence('artist-plays', 'You played C-Doc 212 times in 2016.', { artist: 'C-Doc', plays: 212, year: 2016 }, 'listening')
  const asked = { style: 'blurb', language: 'en', maxWords: 25, spoilerFree: true, seed: null } as const
  return {
    ...asked,
    itemId: 'trk_1',
    kind: 'track',
    listenerId: null,
    item,
    reasons: [{ code: 'rediscovery', weight: 1, evidenceIds: [played.id] }],
    evidence: [evidence('item', '“Digg It!” is by C-Doc.', { title: item.title, artist: item.by, show: null }, 'catalog'), played],
    passages: [],
  }
}
