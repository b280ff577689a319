import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadConfig, parseEnvironment } from '@linernotes/configuration'
import { findLeak, gullibleProvider, injections, providerPlugin } from '@linernotes/narrative-sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestGateway, type TestGateway } from '../testing/create-test-gateway.js'
import { fillPlantedCatalogue, plantedFields } from '../testing/fill-planted-catalogue.js'

let gateway: TestGateway
let directory: string
/** Every second: each in three places; all of them in all fields are tried in packages/narratives. */
const planted = injections.filter((_, index) => index % 2 === 0)
const items: { readonly id: string; readonly kind: 'track' | 'episode' }[] = []

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'linernotes-planted-'))
  const parsed = parseEnvironment({ LINERNOTES_DATA_DIR: directory }, path.resolve(import.meta.dirname, '../../../..'))
  if (!parsed.ok) throw new Error(parsed.problems.join('; '))
  const ours = await loadConfig(parsed.environment)
  const gullible = providerPlugin('gullible', () => gullibleProvider())
  gateway = await createTestGateway({
    config: {
      ...ours,
      providers: [async () => ({ default: gullible }), ...ours.providers],
      order: { track: ['gullible', 'house-narrator'], episode: ['gullible', 'house-narrator'] },
      deadlineMs: 60_000,
    },
  })
  await fillPlantedCatalogue(
    gateway.db,
    directory,
    planted.map(({ text }) => text),
  )
  const tracks = await gateway.db.selectFrom('tracks').select('id').orderBy('id').execute()
  const episodes = await gateway.db.selectFrom('episodes').select('id').orderBy('id').execute()
  items.push(...tracks.map(({ id }) => ({ id, kind: 'track' as const })), ...episodes.map(({ id }) => ({ id, kind: 'episode' as const })))
}, 120_000)
afterAll(async () => {
  await gateway[Symbol.asyncDispose]()
  await rm(directory, { recursive: true, force: true })
})

const query = (ids: readonly string[], provider: string, style: string, listener: string): string =>
  `{ ${ids.map((id, index) => `n${index}: narrative(itemId: "${id}", listenerId: ${listener}, input: { provider: "${provider}", style: ${style}, maxWords: 60, seed: ${index} }) { __typename ... on Narrative { text fallbackReason model provider { key } } ... on UserError { message } }`).join(' ')} }`

/** Narrates all items over HTTP, a few in each operation. */
async function narrateAll(
  provider: string,
  listener: string,
): Promise<readonly { text: string; fallbackReason: string | null; model: string; provider: { key: string } }[]> {
  const found = []
  for (let from = 0; from < items.length; from += 5) {
    const some = items.slice(from, from + 5)
    const { data, errors } = await gateway.execute(
      query(
        some.map(({ id }) => id),
        provider,
        from % 2 === 0 ? 'PITCH' : 'DJ',
        listener,
      ),
    )
    expect(errors).toBeUndefined()
    found.push(...Object.values<any>(data))
  }
  return found
}

describe('orders planted in fifteen fields of the catalogue', () => {
  it('are there: in every field, and the items are', () => {
    expect(Object.values(plantedFields).flat()).toHaveLength(15)
    expect(items.length).toBeGreaterThan(planted.length * 3)
  })

  it.each([
    ['gullible', '"ada"'],
    ['house-narrator', 'null'],
  ])(
    'reach no listener through %s, for %s',
    async (provider, listener) => {
      const narratives = await narrateAll(provider, listener)
      expect(narratives.filter(({ text }) => typeof text !== 'string')).toEqual([])
      const leaks = narratives.flatMap(({ text, fallbackReason, model }) => findLeak(`${text} ${fallbackReason ?? ''} ${model}`, injections) ?? [])
      expect(leaks).toEqual([])
      expect(new Set(narratives.map((narrative) => narrative.provider.key))).toContain(provider)
    },
    120_000,
  )
})
