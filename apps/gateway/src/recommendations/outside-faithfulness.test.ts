import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestClient, type TestClient } from '../testing/test-client.js'

/**
 * Whether reasons are causes, as somebody finds out who has nothing but the API: the built gateway with the whole sample, asked over HTTP. Small, so that it runs with
 * every test; `LINERNOTES_OUTSIDE_LISTENERS=20 LINERNOTES_OUTSIDE_TOP=10` asks more.
 */
const LISTENERS = Number(process.env['LINERNOTES_OUTSIDE_LISTENERS'] ?? 2)
const TOP = Number(process.env['LINERNOTES_OUTSIDE_TOP'] ?? 4)
const MINUTES = 60_000 * (2 + LISTENERS)
const recipes = ['discover', 'discover-episodes', 'rediscover', 'hidden-gems', 'fresh', 'from-this', 'episodes-for-you', 'discover-tracks']
const kindsOf = (recipe: string) => (recipe.includes('episodes') ? ['EPISODE'] : ['TRACK', 'EPISODE'])

let directory: string
let gateway: ChildProcess
let client: TestClient
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'ln-outside-'))
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  gateway = spawn(process.execPath, [path.resolve(import.meta.dirname, '../../dist/main.js')], {
    env: { PATH: process.env['PATH'], LINERNOTES_DATA_DIR: path.join(directory, 'data'), PORT: String(port), LOG_LEVEL: 'error' },
    stdio: 'ignore',
  })
  client = createTestClient(`http://127.0.0.1:${port}`)
  const isReady = () =>
    fetch(`${client.url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (gateway.exitCode === null && !(await isReady())) await sleep(250)
}, 240_000)
afterAll(async () => {
  gateway.kill()
  if (gateway.exitCode === null) await once(gateway, 'exit')
  await rm(directory, { recursive: true, force: true })
})

async function ask(query: string, variables: object) {
  const { data, errors } = await client.execute(query, variables)
  expect(errors).toBeUndefined()
  return data
}

interface Suggestion {
  readonly rank: number
  readonly item: { readonly id: string }
  readonly reasons: readonly { readonly code: string; readonly historyItemIds: readonly string[]; readonly counterfactualRank: number | null }[]
}
const item = 'item { ... on Track { id } ... on Episode { id } }'
const listOf = async (input: object): Promise<readonly Suggestion[]> =>
  (
    await ask(
      `query ($input: RecommendInput!, $first: Int) { recommendations(input: $input, first: $first) { nodes { rank ${item} reasons { code historyItemIds counterfactualRank } } } }`,
      { input, first: TOP },
    )
  ).recommendations.nodes

/** Page by page, as deep as lists go. */
async function ranksOf(input: object): Promise<ReadonlyMap<string, number>> {
  const ranks = new Map<string, number>()
  for (let after: string | null = null; ;) {
    const query = `query ($input: RecommendInput!, $after: String) { recommendations(input: $input, first: 100, after: $after) { nodes { rank ${item} } pageInfo { endCursor hasNextPage } } }`
    const { nodes, pageInfo }: { nodes: readonly Suggestion[]; pageInfo: { endCursor: string; hasNextPage: boolean } } = (await ask(query, { input, after }))
      .recommendations
    for (const node of nodes) ranks.set(node.item.id, node.rank)
    if (!pageInfo.hasNextPage) return ranks
    after = pageInfo.endCursor
  }
}

async function someListeners(): Promise<readonly string[]> {
  const { listeners } = await ask('{ listeners(first: 100) { nodes { id } } }', {})
  return Array.from({ length: LISTENERS }, (_, place) => listeners.nodes[Math.floor((place * listeners.nodes.length) / LISTENERS)].id)
}
/** One of the last hundred plays. */
async function someHistoryItem(listenerId: string, place: number): Promise<string> {
  const { listener } = await ask('query ($id: ID!) { listener(id: $id) { history(first: 100) { nodes { item { ... on Node { id } } } } } }', { id: listenerId })
  return listener.history.nodes[(place * 37) % listener.history.nodes.length].item.id
}

const isLower = (ranks: ReadonlyMap<string, number>, { item: { id }, rank }: Suggestion) => (ranks.get(id) ?? Number.POSITIVE_INFINITY) > rank

it('every counterfactual rank is the rank, and without its top reason nearly every item ranks lower', { timeout: MINUTES }, async () => {
  const wrong: unknown[] = []
  const counts = { asked: 0, lowered: 0, loweredByOne: 0 }
  for (const [place, listenerId] of (await someListeners()).entries()) {
    const control = [await someHistoryItem(listenerId, place)]
    for (const recipe of recipes) {
      const input = { listenerId, recipe, kinds: kindsOf(recipe) }
      const founded = (await listOf(input)).filter(({ reasons }) => (reasons[0]?.historyItemIds.length ?? 0) > 0)
      const byChance = founded.length === 0 ? new Map<string, number>() : await ranksOf({ ...input, ignoreHistoryItemIds: control })
      for (const suggestion of founded) {
        const [{ code, historyItemIds, counterfactualRank }] = suggestion.reasons as [Suggestion['reasons'][number]]
        const without = await ranksOf({ ...input, ignoreHistoryItemIds: historyItemIds })
        const rank = without.get(suggestion.item.id) ?? null
        if (rank !== counterfactualRank) wrong.push({ recipe, listenerId, code, counterfactualRank, rank })
        counts.asked++
        counts.lowered += Number(isLower(without, suggestion))
        counts.loweredByOne += Number(isLower(byChance, suggestion))
      }
    }
  }
  expect(wrong).toEqual([])
  expect(counts.asked).toBeGreaterThan(20)
  expect(counts.lowered / counts.asked).toBeGreaterThanOrEqual(0.95)
  expect(counts.loweredByOne / counts.asked).toBeLessThan(0.2)
})

it('the same where the plays are deleted', { timeout: MINUTES }, async () => {
  const forget =
    'mutation ($listenerId: ID!, $itemIds: [ID!]) { deleteListens(listenerId: $listenerId, itemIds: $itemIds) { ... on ImportReport { deleted } } }'
  for (const [place, listenerId] of (await someListeners()).entries()) {
    const recipe = recipes[place % recipes.length]!
    const input = { listenerId, recipe, kinds: kindsOf(recipe) }
    const deleted: string[] = []
    // One reason after the other: what was deleted before stays deleted.
    for (let turn = 0; turn < 2; turn++) {
      const suggestion = (await listOf({ ...input, excludeIds: deleted })).find(({ reasons }) => (reasons[0]?.historyItemIds.length ?? 0) > 0)
      if (suggestion === undefined) break
      const [{ historyItemIds, counterfactualRank }] = suggestion.reasons as [Suggestion['reasons'][number]]
      const report = await ask(forget, { listenerId, itemIds: historyItemIds })
      expect(report.deleteListens.deleted).toBeGreaterThan(0)
      deleted.push(...historyItemIds)
      const ranks = await ranksOf({ ...input, excludeIds: deleted })
      expect({ recipe, rank: ranks.get(suggestion.item.id) ?? null }).toEqual({ recipe, rank: counterfactualRank })
    }
  }
})
