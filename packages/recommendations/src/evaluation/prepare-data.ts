import type { CompressedRows } from '../model/compressed-rows.js'
import type { EvaluationData } from './evaluation-data.js'
import { idOrderOf, numberInOrder, type IdOrder, type Numbering } from './id-order.js'
import { rowsOfCells } from './rows-of-cells.js'
import type { FriendshipTable } from './reading/read-friendships.js'
import type { InteractionTable, Names } from './reading/read-interactions.js'
import type { TaggingTable } from './reading/read-taggings.js'
import type { ThreeTables } from './split-users.js'

export interface PrepareOptions {
  readonly names: Names
  readonly taggings: TaggingTable | null
  readonly friendships: FriendshipTable | null
  /** Items with fewer training users are no candidates. */
  readonly minItemUsers: number
}

export interface PreparedData extends EvaluationData {
  readonly tieOrder: IdOrder
  /** Taggings left out because listeners who are folded in or tested made them. */
  readonly taggingsLeftOut: number
  /** Test rows whose item is no candidate: nobody could recommend it, so they do not count. */
  readonly testsWithoutCandidate: number
}

/** Numbers everything in the order of its id and lays it out as matrices over the candidates: items that enough users of the training file have. */
export function prepareData({ interactions, foldIn, test }: ThreeTables, options: PrepareOptions): PreparedData {
  const { names, taggings, minItemUsers } = options
  const friendships = options.friendships?.users.length === 0 ? null : options.friendships
  const userCounts = new Uint32Array(names.items.size)
  for (const item of interactions.items) userCounts[item]!++
  const tieOrder = idOrderOf(names.items.strings.filter((_, item) => userCounts[item]! > 0))
  const items = numberInOrder(names.items.strings, tieOrder, (item) => userCounts[item]! >= Math.max(1, minItemUsers))
  const users = numberUsers(names, interactions)
  const listeners = numberUsers(names, foldIn)
  const tested = numberUsers(names, test)
  const isLeftOut = (user: number): boolean => listeners.numberOf[user]! >= 0 || tested.numberOf[user]! >= 0
  const tests = rowsOf(test, listeners, items)
  return {
    tieOrder,
    itemIds: items.ids,
    training: {
      interactions: rowsOf(interactions, users, items),
      itemTags: taggings === null ? null : itemTagsOf(taggings, items, isLeftOut),
      friends: friendships === null ? null : friendRows(friendships, users, users),
    },
    listeners: {
      ids: listeners.ids,
      histories: rowsOf(foldIn, listeners, items),
      friends: friendships === null ? null : friendRows(friendships, listeners, inOneLine(users, listeners)),
    },
    tests,
    taggingsLeftOut: taggings?.userOf?.reduce((sum, user) => sum + (isLeftOut(user) ? 1 : 0), 0) ?? 0,
    testsWithoutCandidate: test.items.length - tests.columns.length,
  }
}

function numberUsers(names: Names, table: InteractionTable): Numbering {
  const isThere = new Uint8Array(names.users.size)
  for (const user of table.users) isThere[user] = 1
  const ids = names.users.strings.filter((_, user) => isThere[user] === 1)
  return numberInOrder(names.users.strings, idOrderOf(ids), (user) => isThere[user] === 1)
}

function rowsOf(table: InteractionTable, users: Numbering, items: Numbering): CompressedRows {
  return rowsOfCells(users.ids.length, items.ids.length, {
    count: table.users.length,
    row: (cell) => users.numberOf[table.users[cell]!]!,
    column: (cell) => items.numberOf[table.items[cell]!]!,
    value: (cell) => table.weights[cell]!,
  })
}

/** Items x tags, as counted; null: nothing usable. Whoever is tested has said with a tag what they listen to: what they tagged is left out. */
function itemTagsOf({ tags, itemOf, tagOf, weights, userOf }: TaggingTable, items: Numbering, isLeftOut: (user: number) => boolean): CompressedRows | null {
  const isUsed = (cell: number): boolean => items.numberOf[itemOf[cell]!]! >= 0 && (userOf === null || !isLeftOut(userOf[cell]!))
  const isThere = new Uint8Array(tags.size)
  for (const [cell, tag] of tagOf.entries()) if (isUsed(cell)) isThere[tag] = 1
  const numbers = numberInOrder(tags.strings, idOrderOf(tags.strings), (tag) => isThere[tag] === 1)
  if (numbers.ids.length === 0) return null
  return rowsOfCells(items.ids.length, numbers.ids.length, {
    count: itemOf.length,
    row: (cell) => (isUsed(cell) ? items.numberOf[itemOf[cell]!]! : -1),
    column: (cell) => numbers.numberOf[tagOf[cell]!]!,
    value: (cell) => weights[cell]!,
  })
}

/** Training users first, then listeners; who is both is known by what is folded in. */
function inOneLine(users: Numbering, listeners: Numbering): Numbering {
  const offset = users.ids.length
  return {
    ids: [...users.ids, ...listeners.ids],
    numberOf: users.numberOf.map((number, user) => (listeners.numberOf[user]! >= 0 ? offset + listeners.numberOf[user]! : number)),
  }
}

/** 1 where two are friends, whoever of them the file names first. */
function friendRows({ users, friends }: FriendshipTable, rows: Numbering, columns: Numbering): CompressedRows {
  const both = rowsOfCells(rows.ids.length, columns.ids.length, {
    count: users.length * 2,
    row: (cell) => rows.numberOf[(cell % 2 === 0 ? users : friends)[cell >> 1]!]!,
    column: (cell) => columns.numberOf[(cell % 2 === 0 ? friends : users)[cell >> 1]!]!,
    value: () => 1,
  })
  return { ...both, values: both.values.fill(1) }
}
