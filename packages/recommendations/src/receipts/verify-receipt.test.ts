import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHeroWorld, type HeroWorld } from '../__fixtures__/hero-world.js'
import { artistId, listenerId, NOW } from '../__fixtures__/world.js'
import { findReceipts, issueReceipts, recommend, signingKeyOf, verifyReceipt, type BoostRule, type RecommendResult, type Suggestion } from '../index.js'

const newKey = () => signingKeyOf(generateKeyPairSync('ed25519').privateKey)
const key = newKey()
const { signal } = new AbortController()
const boost: BoostRule = { key: 'chip-week', reason: 'A week of chiptune', onBehalfOf: 'Chip Records', match: { tags: ['live'] }, contribution: 0.5 }

let world: HeroWorld
beforeAll(async () => {
  world = await openHeroWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const contextOf = (boosts: readonly BoostRule[] = []) => ({ db: world.db, model: world.model, now: () => NOW, signal, boosts })
const listOf = async (boosts: readonly BoostRule[] = []) =>
  await recommend(contextOf(boosts), { listenerId: listenerId('hero'), kinds: ['track', 'episode'], limit: 10 })
const issue = async (list: RecommendResult, of = key) => await issueReceipts(list, { after: 0, through: 10 }, of, signal)
/** As a file that went through somebody's hands. */
const verify = async (document: object, boosts: readonly BoostRule[] = []) => {
  const [claimed] = findReceipts(JSON.parse(JSON.stringify(document)))
  return await verifyReceipt(contextOf(boosts), key, claimed!)
}

test('each receipt of a list is valid, and its terms add up to the score', async () => {
  const receipts = await issue(await listOf())
  expect(receipts).toHaveLength(10)
  for (const receipt of receipts) expect(await verify(receipt)).toEqual({ id: receipt.id, outcome: 'valid', problems: [] })
  expect(receipts.map(({ rank, rankWithoutBoosts }) => [rank, rankWithoutBoosts])).toEqual(receipts.map((_, index) => [index + 1, index + 1]))
})

test('an answer of the API is enough, with all that is promised or with the signature alone', async () => {
  const [receipt] = await issue(await listOf())
  const { id, rank, modelVersion, dataVersion, signals, boosts, rankWithoutBoosts, issuedAt, signature } = receipt!
  const answer = {
    id,
    rank,
    modelVersion,
    dataVersion,
    signals: signals.map((each) => ({ __typename: 'Signal', ...each })),
    boosts,
    rankWithoutBoosts,
    issuedAt,
    signature,
  }
  expect((await verify({ data: { recommendations: { nodes: [{ rank, receipt: answer }] } } })).outcome).toBe('valid')
  expect((await verify({ id, signature })).outcome).toBe('valid')
  expect(findReceipts({ data: { node: null } })).toEqual([])
})

describe('an edit is found', () => {
  test('of any field, of the order of the signals, of the signature, of what is left out', async () => {
    const receipt = (await issue(await listOf())).find(({ signals }) => signals.length > 2)!
    const [first, second, ...others] = receipt.signals
    const edits: Record<string, object> = {
      ...Object.fromEntries(Object.keys(receipt).map((name) => [name, { ...receipt, [name]: name === 'signature' ? `${receipt.signature}A` : 'edited' }])),
      contribution: { ...receipt, signals: [{ ...first!, contribution: first!.contribution + 1e-7 }, second, ...others] },
      order: { ...receipt, signals: [second, first, ...others] },
      boost: { ...receipt, boosts: [{ key: 'x', reason: 'x', onBehalfOf: 'x', contribution: 0 }] },
      hidden: { ...receipt, boosts: undefined },
      added: { ...receipt, sponsor: 'nobody' },
      unsigned: { ...receipt, signature: undefined },
    }
    expect(Object.keys(edits).length).toBeGreaterThan(15)
    for (const [name, edited] of Object.entries(edits)) expect({ name, ...(await verify(edited)) }).toMatchObject({ name, outcome: 'not-valid' })
  })

  test('also where it was signed again, with another key', async () => {
    const [receipt] = await issue(await listOf(), newKey())
    expect((await verify(receipt!)).problems).toEqual(['it was signed with another key than the one of this installation'])
  })

  test('every single character of the signature counts', async () => {
    const [receipt] = await issue(await listOf())
    const { signature } = receipt!
    for (let place = 0; place < signature.length; place += 7) {
      const other = signature[place] === 'A' ? 'B' : 'A'
      expect((await verify({ signature: signature.slice(0, place) + other + signature.slice(place + 1) })).outcome).toBe('not-valid')
    }
  })
})

const planted = async (change: (suggestions: readonly Suggestion[]) => readonly Suggestion[]) => {
  const list = await listOf()
  const receipts = await issue({ ...list, suggestions: change(list.suggestions) })
  return await Promise.all(receipts.map((receipt) => verify(receipt)))
}
const lift = (suggestion: Suggestion, code: string, value: number): Suggestion =>
  ({ ...suggestion, score: suggestion.score + value, contributions: [...suggestion.contributions, { code, signal: 1, value, basis: {} }] }) as Suggestion

describe('what was planted where the receipts are made, and signed with the right key, is found', () => {
  test('a score that nothing adds up to', async () => {
    const [verdict] = await planted(([first, ...others]) => [{ ...first!, score: first!.score + 1 }, ...others])
    expect(verdict?.problems[0]).toMatch('something lifted it that is not declared')
  })
  test('a contribution that no source makes', async () => {
    const [verdict] = await planted(([first, ...others]) => [lift(first!, 'friends-of-the-house', 1), ...others])
    expect(verdict?.problems).toContain('no source has a signal "friends-of-the-house": a contribution without a rule')
  })
  test('a contribution in the name of a source, and a signal that is larger than it was', async () => {
    const [first, second] = await planted(([one, two, ...others]) => [
      lift(one!, 'editorial', 1),
      { ...two!, score: two!.score + 0.2, contributions: two!.contributions.map((term, index) => (index === 0 ? { ...term, value: term.value + 0.2 } : term)) },
      ...others,
    ])
    expect([first?.outcome, second?.outcome]).toEqual(['not-valid', 'not-valid'])
    // Even where the plant is still there, and the ranking that is made again agrees.
    expect(first?.problems[0]).toMatch(/^the signal "editorial" adds 1; by the numbers of discover-mixed it is worth 0$/)
    expect(second?.problems[0]).toMatch(/^the signal ".*" adds .*; by the numbers of discover-mixed it is worth /)
  })
  test('another order of the sources, and another place in the list', async () => {
    const verdicts = await planted(([one, two, three, ...others]) => [two!, one!, { ...three!, contributions: three!.contributions.toReversed() }, ...others])
    expect(verdicts.slice(0, 4).map(({ outcome }) => outcome)).toEqual(['not-valid', 'not-valid', 'not-valid', 'valid'])
  })
})

describe('boosts', () => {
  test('that are declared lift what matches, say who paid, and leave the reasons their order', async () => {
    const [plain, boosted] = [await listOf(), await listOf([boost])]
    const receipts = await issue(boosted)
    const lifted = receipts.filter(({ boosts }) => boosts.length > 0)
    expect(lifted.length).toBeGreaterThan(0)
    for (const { itemId, boosts, rank, rankWithoutBoosts } of lifted) {
      expect(boosts).toEqual([{ key: 'chip-week', reason: 'A week of chiptune', onBehalfOf: 'Chip Records', contribution: 0.5 }])
      expect(rankWithoutBoosts).toBeGreaterThanOrEqual(rank)
      const before = plain.suggestions.findIndex((suggestion) => suggestion.itemId === itemId)
      expect(before === -1 ? rankWithoutBoosts > 10 : rankWithoutBoosts === before + 1).toBe(true)
    }
    for (const receipt of receipts) expect((await verify(receipt, [boost])).outcome).toBe('valid')
  })

  test('that are not declared, or not so, are found', async () => {
    const receipts = await issue(await listOf([boost]))
    const lifted = receipts.find(({ boosts }) => boosts.length > 0)!
    expect((await verify(lifted)).problems).toEqual(['the boost "chip-week" is not declared in the configuration'])
    expect((await verify(lifted, [{ ...boost, onBehalfOf: 'Nobody' }])).problems).toEqual(['the boost "chip-week" is not as the configuration declares it'])
    expect((await verify(lifted, [{ ...boost, match: { artistIds: [artistId('nobody')] } }])).problems.length).toBeGreaterThan(0)
  })

  test('match artists, shows and labels, too, and suggest nothing that nothing else speaks for', async () => {
    const plain = new Set((await listOf()).suggestions.map(({ itemId }) => itemId))
    const rules = [{ ...boost, match: { labels: ['Chiptune Label'] }, contribution: 10 }]
    for (const { because, contributions } of (await listOf(rules)).suggestions) {
      expect(because.length).toBeGreaterThan(0)
      expect(contributions.filter(({ code }) => code === 'boost').length).toBeLessThanOrEqual(1)
    }
    expect(plain.size).toBe(10)
  })
})
