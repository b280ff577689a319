import { expect, it } from 'vitest'
import { IndexOfStrings } from '../../model/index-of-strings.js'
import { temporaryFiles } from '../__fixtures__/files.js'
import { friendships, taggings } from '../__fixtures__/world.js'
import { ProblemList } from './problem-list.js'
import { readFriendships } from './read-friendships.js'
import type { Names } from './read-interactions.js'
import { readTaggings } from './read-taggings.js'
import type { TableOptions, TableSource } from './read-table.js'

async function read<Table>(reader: (source: TableSource, names: Names, options: TableOptions) => Promise<Table>, text: string) {
  await using files = await temporaryFiles()
  const names = { users: new IndexOfStrings(), items: new IndexOfStrings() }
  const problems = new ProblemList()
  const table = await reader(await files.write('file.tsv', text), names, { signal: new AbortController().signal, problems })
  return { table, names, problems: problems.listed.map(({ line, field, message }) => [line, field, message]) }
}

it('reads who tagged what, each row as one, and rejects what is said twice', async () => {
  const { table, names, problems } = await read(
    readTaggings,
    taggings('ann a rock 1 4 2009; bo a rock 1 4 2009; ann a rock 2 4 2009; ann b 1 4 2009; bo  rock 1 4 2009'),
  )
  expect(Array.from(table.itemOf, (item) => names.items.stringOf(item))).toEqual(['a', 'a', 'a'])
  expect(Array.from(table.userOf!, (user) => names.users.stringOf(user))).toEqual(['ann', 'bo', 'ann'])
  expect([...table.weights]).toEqual([1, 1, 0])
  expect(problems).toEqual([
    [5, null, 'expected 6 fields with tabs between, found 5'],
    [6, 'item', 'is empty'],
    [4, null, 'the same user, item and tag as in line 2'],
  ])
})

it('reads items with weighted tags, of nobody', async () => {
  const { table, problems } = await read(readTaggings, 'item\ttag\tweight\na\trock\t2.5\na\trock\t1\na\tjazz\tmuch\n')
  expect(table.userOf).toBeNull()
  expect([...table.weights]).toEqual([2.5, 0])
  expect(problems).toEqual([
    [4, 'weight', '"much" is not a number'],
    [3, null, 'the same item and tag as in line 2'],
  ])
})

it('reads friendships, and rejects who is their own friend or named twice', async () => {
  const { table, names, problems } = await read(readFriendships, friendships('ann bo; bo ann; ann ann; ann bo; ann'))
  expect(Array.from(table.users, (user, row) => [names.users.stringOf(user), names.users.stringOf(table.friends[row]!)])).toEqual([
    ['ann', 'bo'],
    ['bo', 'ann'],
  ])
  expect(problems).toEqual([
    [4, 'friend', 'is the user'],
    [6, null, 'expected 2 fields with tabs between, found 1'],
    [5, null, 'the same user and friend as in line 2'],
  ])
})
