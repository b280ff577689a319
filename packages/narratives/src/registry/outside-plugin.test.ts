import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createTestHost } from '@linernotes/narrative-sdk/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleBrief } from '../__fixtures__/sample-brief.js'
import { ask, database, written } from '../__fixtures__/narrating.js'
import { linerNotesConfigSchema, resolveSources, type LinerNotesConfig } from '../config.js'
import { createNarrator } from '../create-narrator.js'
import { examineProviders } from './examine-providers.js'
import { loadPlugins } from './load-plugins.js'
import { resolvePlugin } from './resolve-plugin.js'

const held = database()
let directory: string

/** A package in node_modules of a folder outside the repository, with files by name. */
async function install(name: string, manifest: object, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const place = path.join(directory, 'node_modules', name)
  await mkdir(path.join(place, 'dist'), { recursive: true })
  await writeFile(path.join(place, 'package.json'), JSON.stringify({ name, version: '1.2.3', type: 'module', ...manifest }))
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(place, file), text)
  return place
}

const source = (contract: string): string => `
import { NarrativeError } from '@linernotes/narrative-sdk'
const usage = { inputTokens: null, outputTokens: null, cachedInputTokens: null, costMicroUsd: 0 }
const capabilities = { kinds: ['track'], styles: ['blurb'], languages: ['en'], streaming: true, structuredOutput: false, seed: true, maxInputTokens: null, locality: 'on-device', realisation: 'rules', promptVersion: '1', maxConcurrency: null }
export default {
  contract: '${contract}', key: 'far-away', displayName: 'Far away', version: '1.2.3',
  config: { '~standard': { version: 1, vendor: 'x', validate: (value) => ({ value }) } },
  create: async (config, host) => ({
    capabilities,
    async *narrate(request, { signal }) {
      if (config.model !== undefined && (await host.modelFile(config.model)) === null) throw new NarrativeError('misconfigured', 'no model')
      yield { type: 'narrative-start', model: 'far', warnings: [] }
      yield { type: 'text-delta', text: request.facts[1].statement }
      yield { type: 'sentence-end', factIds: [request.facts[1].id] }
      yield { type: 'narrative-end', finish: 'complete', usage }
    },
    health: async ({ signal }) => (config.baseUrl && (await host.fetch(config.baseUrl, { signal }).catch(() => null)) === null ? { state: 'down', detail: 'start it' } : { state: 'up', detail: null }),
    [Symbol.asyncDispose]: async () => undefined,
  }),
}
`

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'outside-'))
  await install(
    'far-away',
    { exports: { '.': { types: './x.d.ts', import: './dist/index.js', require: './dist/no.cjs' } } },
    { 'dist/index.js': source('narrative/v1') },
  )
  await install('@them/old', { exports: './dist/index.js' }, { 'dist/index.js': source('narrative/v0') })
  await install('unbuilt', { main: 'dist/index.js' })
  await install('nothing', { exports: { './other': './x.js' } })
  // As it would be published: built, and another copy than the platform's own.
  const sdk = await install('@linernotes/narrative-sdk', { exports: './dist/index.js' })
  await rm(path.join(sdk, 'dist'), { recursive: true })
  await symlink(path.resolve(import.meta.dirname, '../../../narrative-sdk/dist'), path.join(sdk, 'dist'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

function configOf(providers: readonly string[], more: object = {}): LinerNotesConfig {
  const order = { track: ['far-away'], episode: ['far-away'] }
  return resolveSources(linerNotesConfigSchema.parse({ providers, order, ...more }), directory, directory)
}

test('a package outside the repository narrates', async () => {
  await using host = await createTestHost()
  await using narrator = await createNarrator({ db: held.db, config: configOf(['far-away']), host })
  expect(written(await narrator.narrate(sampleBrief(), ask()))).toMatchObject({
    provider: 'far-away',
    model: 'far',
    text: 'You played C-Doc 212 times in 2016.',
  })
})

test('a package, a subpath, a path and a file: URL are found as an import from that folder would find them', () => {
  const file = path.join(directory, 'node_modules/far-away/dist/index.js')
  const found = ['far-away', './node_modules/far-away', './node_modules/far-away/dist/index.js', file, new URL(`file://${file}`).href]
  expect(found.map((specifier) => resolvePlugin(specifier, directory).pathname)).toEqual(found.map(() => file))
  expect(resolvePlugin('far-away', path.join(directory, 'deeper/still')).pathname).toBe(file)
  expect(resolvePlugin('far-away', tmpdir(), directory).pathname).toBe(file)
})

test('what cannot be found, is not built, exports nothing or speaks another contract is told with place and remedy', async () => {
  const reasons = await loadPlugins(configOf(['far-away', 'x-1', './gone', 'unbuilt', 'nothing', '@them/old'])).catch((error: Error) =>
    error.message.split('; providers'),
  )
  expect(reasons).toEqual([
    `providers[1]: cannot find package "x-1"; run: npm install x-1 in ${directory}`,
    `[2]: there is no ${directory}/gone; is the path right, and the plugin built?`,
    `[3]: package "unbuilt" names dist/index.js, which is not there; build it: npm run build in ${directory}/node_modules/unbuilt`,
    `[4]: package "nothing" exports no "." to an import; its package.json is in ${directory}/node_modules/nothing`,
    '[5]: far-away speaks narrative/v0, expected narrative/v1; install a version of it that does',
  ])
})

async function examine(narratives: object, only: string | null = null) {
  await using host = await createTestHost({ fetch: () => Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') })) })
  const config = configOf(['far-away', '@them/old'], { narratives })
  const { providers } = await examineProviders(config, host, { only, signal: new AbortController().signal })
  return providers.map(({ key, works, checks }) => ({
    key,
    works,
    ...Object.fromEntries(checks.map(({ check, state, detail, remedy }) => [check, [state, remedy ?? detail]])),
  }))
}

describe('an examination', () => {
  test('goes through a provider that works, and says of another why it cannot be loaded', async () => {
    expect(await examine({})).toEqual([
      {
        key: 'far-away',
        works: true,
        package: ['ok', 'Far away 1.2.3, narrative/v1'],
        options: ['ok', null],
        start: ['ok', null],
        capabilities: ['warning', 'take it out there: it is only passed over'],
        'model-file': ['skipped', 'it uses none'],
        endpoint: ['skipped', 'it asked none'],
        health: ['ok', 'up'],
        narrative: ['ok', expect.stringMatching(/^1 of 1 sentences stand/u)],
      },
      expect.objectContaining({
        key: null,
        works: false,
        package: ['problem', 'mend providers[1] in the configuration file'],
        narrative: ['skipped', 'not reached'],
      }),
    ])
  })

  test('sees which model file and which server are missing', async () => {
    expect((await examine({ 'far-away': { model: 'm-1' } }, 'far-away'))[0]).toMatchObject({
      works: false,
      'model-file': ['problem', 'get it: linernotes models pull m-1'],
      narrative: ['problem', 'misconfigured: no model'],
    })
    expect((await examine({ 'far-away': { baseUrl: 'http://127.0.0.1:9/v1' } }, 'far-away'))[0]).toMatchObject({
      works: false,
      endpoint: ['problem', 'start what should listen there, or correct the address in its options'],
      health: ['problem', 'start it'],
      narrative: ['skipped', 'it says itself that it is down'],
    })
  })
})
