import { bumpDataVersion } from '@linernotes/database'
import { findReceipts } from '@linernotes/serving'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestGateway, type TestGateway } from '../testing/create-test-gateway.js'

let gateway: TestGateway
beforeAll(async () => {
  gateway = await createTestGateway()
})
afterAll(() => gateway[Symbol.asyncDispose]())

interface Worth {
  readonly code: string
  readonly weight: number
  readonly historyItemIds: readonly string[]
  readonly counterfactualRank: number | null
}
interface Node {
  readonly id: string
  readonly rank: number
  readonly item: { readonly id: string }
  readonly remainder: number
  readonly reasons: readonly Worth[]
}

const fields = 'id rank remainder item { ... on Track { id } ... on Episode { id } } reasons { code weight historyItemIds counterfactualRank }'
const query = `query ($input: RecommendInput!, $first: Int) { recommendations(input: $input, first: $first) { nodes { ${fields} } } }`
const plain =
  'query ($input: RecommendInput!) { recommendations(input: $input, first: 100) { nodes { rank item { ... on Track { id } ... on Episode { id } } } } }'

async function listOf(input: object, first = 8): Promise<readonly Node[]> {
  const { data, errors } = await gateway.execute(query, { input: { listenerId: 'ada', ...input }, first })
  expect(errors).toBeUndefined()
  return data.recommendations.nodes
}
async function rankOf(itemId: string, input: object): Promise<number | null> {
  const { data, errors } = await gateway.execute(plain, { input: { listenerId: 'ada', ...input } })
  expect(errors).toBeUndefined()
  return data.recommendations.nodes.find(({ item }: Node) => item.id === itemId)?.rank ?? null
}

describe('what a reason was worth, seen from outside', () => {
  it.each([{ kinds: ['TRACK'] }, { kinds: ['TRACK'], nonProfiled: true }, { kinds: ['TRACK', 'EPISODE'], adventurousness: 0.9 }, { recipe: 'rediscover' }])(
    '%o: with its plays ignored, the item ranks just there',
    async (input) => {
      const nodes = await listOf(input)
      expect(nodes.length).toBeGreaterThan(0)
      for (const { item, reasons, remainder } of nodes) {
        expect(reasons.reduce((sum, { weight }) => sum + weight, remainder)).toBeCloseTo(1, 9)
        for (const { historyItemIds, counterfactualRank } of reasons)
          expect(await rankOf(item.id, { ...input, ignoreHistoryItemIds: historyItemIds })).toBe(counterfactualRank)
      }
    },
  )

  it('with its plays deleted and excluded, it ranks there, too; a deletion that says nothing is refused', async () => {
    const input = { kinds: ['TRACK'] }
    const nodes = await listOf(input)
    const { item, reasons } = nodes.find((node) => (node.reasons[0]?.historyItemIds.length ?? 0) > 0)!
    const [{ historyItemIds, counterfactualRank }] = reasons as [Worth]
    const forget =
      'mutation ($itemIds: [ID!]) { deleteListens(listenerId: "ada", itemIds: $itemIds) { ... on ImportReport { deleted read } ... on InputError { code path } } }'
    const kept = await gateway.db.selectFrom('listens').selectAll().execute()
    expect((await gateway.execute(forget, {})).data.deleteListens).toEqual({ code: 'INVALID_INPUT', path: ['itemIds'] })
    const { deleted } = (await gateway.execute(forget, { itemIds: historyItemIds })).data.deleteListens
    expect(deleted).toBe(kept.length - (await gateway.db.selectFrom('listens').select('item_id').execute()).length)
    expect(deleted).toBeGreaterThan(0)
    expect(await rankOf(item.id, { ...input, excludeIds: historyItemIds })).toBe(counterfactualRank)
    // The same, once the model has seen it.
    await (await gateway.platform.model()).refresh()
    expect(await rankOf(item.id, { ...input, excludeIds: historyItemIds })).toBe(counterfactualRank)
    // Played again: at the end of the log, and announced, as whoever records plays does it.
    const again = kept.map(({ position: _place, ...play }) => play)
    await gateway.db
      .insertInto('listens')
      .values(again)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await bumpDataVersion(gateway.db, 'listening')
  })

  it('is computed when it is asked for, and the same for who finds the recommendation by its id', async () => {
    const [node] = await listOf({ kinds: ['TRACK', 'EPISODE'] }, 1)
    const { data, errors } = await gateway.execute(`query ($id: ID!) { node(id: $id) { ... on Recommendation { ${fields} receipt { rank } } } }`, {
      id: node!.id,
    })
    expect(errors).toBeUndefined()
    expect(data.node).toEqual({ ...node, receipt: { rank: 1 } })
  })
})

describe('receipts', () => {
  const receipts =
    '{ recommendations(input: { listenerId: "ada", kinds: [TRACK, EPISODE] }, first: 5) { nodes { rank receipt { id itemId rank score modelVersion dataVersion listenerVersion signals { name value contribution } boosts { key reason onBehalfOf contribution } rankWithoutBoosts issuedAt request signature } } } }'

  it('are valid as the API answers them, and hold what adds up to the score', async () => {
    const { data, errors } = await gateway.execute(receipts)
    expect(errors).toBeUndefined()
    const claimed = findReceipts(data)
    expect(claimed).toHaveLength(5)
    for (const each of claimed)
      expect(await gateway.platform.verifyReceipt(each, new AbortController().signal)).toMatchObject({ outcome: 'valid', problems: [] })
    for (const { rank, receipt } of data.recommendations.nodes) {
      expect(receipt.rank).toBe(rank)
      expect(receipt.signals.reduce((sum: number, { contribution }: { contribution: number }) => sum + contribution, 0)).toBeCloseTo(receipt.score, 9)
    }
  })

  it('are not valid after any edit of the answer', async () => {
    const { data } = await gateway.execute(receipts)
    const { receipt } = data.recommendations.nodes[1]
    const edits = [
      { ...receipt, rank: 1 },
      { ...receipt, request: receipt.request.replace('"seed":', '"seed":1') },
      { ...receipt, issuedAt: '2020-01-01T00:00:00.000Z' },
    ]
    for (const edited of edits) {
      const [claimed] = findReceipts(edited)
      expect((await gateway.platform.verifyReceipt(claimed!, new AbortController().signal)).outcome).toBe('not-valid')
    }
  })
})
