import { seededChance } from '../seeded-chance.js'
import { idOrderOf, numberInOrder } from './id-order.js'
import { selectRows, type InteractionTable, type Names } from './reading/read-interactions.js'

/** Of a held-out listener's items, the share that is to be guessed. */
export const TEST_SHARE = 0.2

export interface ThreeTables {
  readonly interactions: InteractionTable
  readonly foldIn: InteractionTable
  readonly test: InteractionTable
}

/**
 * Splits by user (strong generalisation: Marlin 2004; Liang et al. 2018): a share of the users is held out, the others are trained on.
 * Of each held-out history a fifth, at least one item, is for the test; who has one item only has nothing to test.
 * The same rows in any order and the same seed give the same split.
 */
export function splitUsers(table: InteractionTable, names: Names, holdout: number, seed: number): ThreeTables {
  const { random } = seededChance(seed)
  const inTable = new Uint8Array(names.users.size)
  for (const user of table.users) inTable[user] = 1
  const { numberOf, ids } = numberInOrder(names.users.strings, idOrderOf(names.users.strings), (user) => inTable[user] === 1)
  const heldOut = new Set(shuffle([...ids.keys()], random).slice(0, Math.round(holdout * ids.length)))
  const histories = ids.map((): number[] => [])
  for (let row = 0; row < table.users.length; row++) {
    const user = numberOf[table.users[row]!]!
    if (heldOut.has(user)) histories[user]!.push(row)
  }
  const itemOrder = numberInOrder(names.items.strings, idOrderOf(names.items.strings), () => true).numberOf
  const testRows = new Set<number>()
  for (const history of histories) {
    if (history.length < 2) continue
    history.sort((left, right) => itemOrder[table.items[left]!]! - itemOrder[table.items[right]!]!)
    for (const row of shuffle(history, random).slice(0, Math.max(1, Math.round(TEST_SHARE * history.length)))) testRows.add(row)
  }
  const isHeldOut = (row: number): boolean => heldOut.has(numberOf[table.users[row]!]!)
  return {
    interactions: selectRows(table, (row) => !isHeldOut(row)),
    foldIn: selectRows(table, (row) => isHeldOut(row) && !testRows.has(row)),
    test: selectRows(table, (row) => testRows.has(row)),
  }
}

/** Every order equally likely (Fisher and Yates 1938). Changes and returns the list. */
function shuffle(list: number[], random: () => number): number[] {
  for (let last = list.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const held = list[last]!
    list[last] = list[other]!
    list[other] = held
  }
  return list
}
