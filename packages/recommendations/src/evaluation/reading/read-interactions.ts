import type { IndexOfStrings } from '../../model/index-of-strings.js'
import { findRepeats } from './find-repeats.js'
import { growingFloats, growingIntegers } from './growing-column.js'
import { parseWeight } from './parse-weight.js'
import { emptyOf, readTable, type TableOptions, type TableSource } from './read-table.js'

/** Who played what, and how much of it. One number in each column for each row; users and items by their numbers in `Names`. */
export interface InteractionTable {
  readonly users: Uint32Array
  readonly items: Uint32Array
  readonly weights: Float32Array
  /** Line of the file, from 1. */
  readonly lines: Uint32Array
}

/** The ids of all files of an evaluation, in order of arrival. */
export interface Names {
  readonly users: IndexOfStrings
  readonly items: IndexOfStrings
}

const columns = ['user', 'item', 'weight'] as const

/** Reads `user<TAB>item<TAB>weight` with a header. The first of several rows for one user and item counts, the others are rejected. */
export async function readInteractions(source: TableSource, names: Names, options: TableOptions): Promise<InteractionTable> {
  const [users, items, lines, weights] = [growingIntegers(), growingIntegers(), growingIntegers(), growingFloats()]
  const reject = (line: number, field: string | null, message: string): void => options.problems.reject({ file: source.name, line, field, message })
  await readTable(
    source,
    {
      layouts: [columns],
      looksLikeRow: (fields) => typeof parseWeight(fields[2] ?? '') === 'number',
      row([user, item, text], line) {
        const empty = emptyOf({ user, item })
        if (empty !== null) return reject(line, empty, 'is empty')
        const weight = parseWeight(text!)
        if (typeof weight === 'string') return reject(line, 'weight', weight)
        users.push(names.users.add(user!))
        items.push(names.items.add(item!))
        weights.push(weight)
        lines.push(line)
      },
    },
    options,
  )
  const table = { users: users.take(), items: items.take(), weights: weights.take(), lines: lines.take() }
  const firsts = findRepeats(table.users, names.users.size, (row) => table.items[row]!)
  return selectRows(table, (row) => {
    const first = firsts[row]!
    if (first !== row) reject(table.lines[row]!, null, `the same user and item as in line ${table.lines[first]}`)
    return first === row
  })
}

/** The rows that pass, in their order. */
export function selectRows(table: InteractionTable, passes: (row: number) => boolean): InteractionTable {
  const kept = growingIntegers()
  for (let row = 0; row < table.users.length; row++) if (passes(row)) kept.push(row)
  const rows = kept.take()
  if (rows.length === table.users.length) return table
  return {
    users: rows.map((row) => table.users[row]!),
    items: rows.map((row) => table.items[row]!),
    weights: Float32Array.from(rows, (row) => table.weights[row]!),
    lines: rows.map((row) => table.lines[row]!),
  }
}
