import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHeroWorld, type HeroWorld } from '../__fixtures__/hero-world.js'
import { listenerId, NOW } from '../__fixtures__/world.js'
import { findReceipts, issueReceipts, recommend, signingKeyOf, verifyReceipt, type SignedReceipt } from '../index.js'

const key = signingKeyOf(generateKeyPairSync('ed25519').privateKey)
const { signal } = new AbortController()

let world: HeroWorld
let receipt: SignedReceipt
beforeAll(async () => {
  world = await openHeroWorld()
  const list = await recommend(contextOf(), { listenerId: listenerId('hero'), kinds: ['track', 'episode'], limit: 10 })
  receipt = (await issueReceipts(list, { after: 0, through: 10 }, key, signal)).find(({ signals }) => signals.length > 2)!
})
afterAll(() => world[Symbol.asyncDispose]())

const contextOf = () => ({ db: world.db, model: world.model, now: () => NOW, signal, boosts: [] })
const outcomeOf = async (text: string) => (await verifyReceipt(contextOf(), key, findReceipts(JSON.parse(text))[0]!)).outcome

type Path = readonly (string | number)[]
/** Every place of a JSON value at which a number, a word or nothing stands. */
function leavesOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const members = Array.isArray(value) ? value.map((member, index) => [index, member] as const) : Object.entries(value)
  return members.flatMap(([name, member]) => leavesOf(member, [...path, name]))
}
/** The text of the receipt with one thing replaced, as somebody would write it into the file. */
function edited([name, ...others]: Path, change: (value: unknown) => unknown, value: unknown = receipt): unknown {
  if (name === undefined) return change(value)
  if (Array.isArray(value)) return value.map((member: unknown, index) => (index === name ? edited(others, change, member) : member))
  return Object.fromEntries(
    Object.entries(value as object).map(([each, member]) => [each, each === name ? edited(others, change, member) : (member as unknown)]),
  )
}
const another = (value: unknown): unknown => (typeof value === 'number' ? value + 1e-6 : typeof value === 'boolean' ? !value : `${String(value)} `)

test('each single number and word counts, the request and every signal too: what is changed, is nothing, or is of another type is found', async () => {
  const text = JSON.stringify(receipt)
  const edits = leavesOf(receipt).flatMap((path) =>
    [another, () => null, () => [], (value: unknown) => (typeof value === 'number' ? String(value) : 0)].map((change) => ({
      path: path.join('.'),
      edit: JSON.stringify(edited(path, change)),
    })),
  )
  const changed = edits.filter(({ edit }) => edit !== text)
  expect(changed.length).toBeGreaterThan(100)
  for (const { path, edit } of changed) expect({ path, outcome: await outcomeOf(edit) }).toEqual({ path, outcome: 'not-valid' })
})

test('names that every object has, and numbers too large for a number, are edits like others', async () => {
  const text = JSON.stringify(receipt)
  for (const added of ['"__proto__":{}', '"__proto__":[]', '"constructor":null', '"toString":{}', '"Rank":1', '"":0'])
    expect({ added, outcome: await outcomeOf(text.replace('{', `{${added},`)) }).toEqual({ added, outcome: 'not-valid' })
  for (const large of ['1e400', '-1e400', '[1e400]']) {
    const edit = text.replace(`"rank":${receipt.rank}`, `"rank":${large}`)
    expect({ large, outcome: await outcomeOf(edit) }).toEqual({ large, outcome: 'not-valid' })
  }
})

test('what says the same in other letters is no edit: spaces, another order of the names, escapes, a number written otherwise', async () => {
  const text = JSON.stringify(receipt)
  const same = [
    JSON.stringify(receipt, null, 3),
    JSON.stringify(Object.fromEntries(Object.entries(receipt).toReversed())),
    text.replace('"rank":', '"r\\u0061nk":'),
    text.replace(`"rank":${receipt.rank}`, `"rank":${receipt.rank}.0`),
    text.replace(`"rank":${receipt.rank}`, `"rank":${receipt.rank}e0`),
  ]
  for (const other of same) {
    expect(other).not.toBe(text)
    expect(await outcomeOf(other)).toBe('valid')
  }
})
