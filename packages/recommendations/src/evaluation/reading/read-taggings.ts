import { IndexOfStrings } from '../../model/index-of-strings.js'
import { findRepeats } from './find-repeats.js'
import { growingFloats, growingIntegers } from './growing-column.js'
import { parseWeight } from './parse-weight.js'
import type { Names } from './read-interactions.js'
import { emptyOf, readTable, type TableOptions, type TableSource } from './read-table.js'

/** What items were called. Users and items by their numbers in `Names`; tags by their numbers here. */
export interface TaggingTable {
  readonly tags: IndexOfStrings
  readonly itemOf: Uint32Array
  readonly tagOf: Uint32Array
  readonly weights: Float32Array
  /** Who called it so; null: the file does not say. */
  readonly userOf: Uint32Array | null
}

const layouts = [
  ['userID', 'artistID', 'tagID', 'day', 'month', 'year'],
  ['item', 'tag', 'weight'],
] as const

/** Reads `userID artistID tagID day month year`, each row one tagging, or `item tag weight`. The day is not used. */
export async function readTaggings(source: TableSource, names: Names, options: TableOptions): Promise<TaggingTable> {
  const tags = new IndexOfStrings()
  const [userOf, itemOf, tagOf, lines, weights] = [growingIntegers(), growingIntegers(), growingIntegers(), growingIntegers(), growingFloats()]
  const reject = (line: number, field: string | null, message: string): void => options.problems.reject({ file: source.name, line, field, message })
  let hasUsers = true
  await readTable(
    source,
    {
      layouts,
      looksLikeRow: (fields) => typeof parseWeight(fields.at(-1) ?? '') === 'number',
      row(fields, line, layout) {
        hasUsers = layout === 0
        const [user, item, tag] = hasUsers ? [fields[0]!, fields[1]!, fields[2]!] : [null, fields[0]!, fields[1]!]
        const empty = emptyOf(user === null ? { item, tag } : { user, item, tag })
        if (empty !== null) return reject(line, empty, 'is empty')
        const weight = hasUsers ? 1 : parseWeight(fields[2]!)
        if (typeof weight === 'string') return reject(line, 'weight', weight)
        userOf.push(user === null ? 0 : names.users.add(user))
        itemOf.push(names.items.add(item))
        tagOf.push(tags.add(tag))
        weights.push(weight)
        lines.push(line)
      },
    },
    options,
  )
  const table = { userOf: userOf.take(), itemOf: itemOf.take(), tagOf: tagOf.take(), weights: weights.take() }
  const lineOf = lines.take()
  const firsts = findRepeats(table.itemOf, names.items.size, (row) => table.userOf[row]! * tags.size + table.tagOf[row]!)
  for (const [row, first] of firsts.entries()) {
    if (first === row) continue
    reject(lineOf[row]!, null, `the same ${hasUsers ? 'user, ' : ''}item and tag as in line ${lineOf[first]}`)
    table.weights[row] = 0
  }
  return { ...table, tags, userOf: hasUsers ? table.userOf : null }
}
