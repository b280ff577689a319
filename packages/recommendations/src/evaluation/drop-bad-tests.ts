import type { ProblemList } from './reading/problem-list.js'
import { selectRows, type InteractionTable, type Names } from './reading/read-interactions.js'
import type { ThreeTables } from './split-users.js'

export interface TestCheck {
  readonly names: Names
  /** Name of the file with the test rows. */
  readonly file: string
  readonly problems: ProblemList
}

/** Leaves out test rows that could not be guessed, or that need no guess: a listener without history, an item that the models were told of. */
export function dropBadTests(tables: ThreeTables, { names, file, problems }: TestCheck): ThreeTables {
  const hasHistory = new Uint8Array(names.users.size)
  for (const user of tables.foldIn.users) hasHistory[user] = 1
  const isTested = new Uint8Array(names.users.size)
  for (const user of tables.test.users) isTested[user] = 1
  const inFoldIn = pairsOf(tables.foldIn, isTested)
  const inTraining = pairsOf(tables.interactions, isTested)
  const reasonAgainst = (user: number, item: number): string | null => {
    if (hasHistory[user] === 0) return `user ${names.users.stringOf(user)} has no row in the fold-in`
    if (inFoldIn.get(user)?.has(item)) return 'the same user and item are in the fold-in'
    return inTraining.get(user)?.has(item) ? 'the same user and item are in the interactions that are trained on' : null
  }
  const test = selectRows(tables.test, (row) => {
    const message = reasonAgainst(tables.test.users[row]!, tables.test.items[row]!)
    if (message !== null) problems.reject({ file, line: tables.test.lines[row]!, field: null, message })
    return message === null
  })
  return { ...tables, test }
}

function pairsOf(table: InteractionTable, isWanted: Uint8Array): ReadonlyMap<number, ReadonlySet<number>> {
  const pairs = new Map<number, Set<number>>()
  for (const [row, user] of table.users.entries()) {
    if (isWanted[user] === 0) continue
    const items = pairs.get(user) ?? new Set<number>()
    pairs.set(user, items.add(table.items[row]!))
  }
  return pairs
}
