import { findRepeats } from './find-repeats.js'
import { growingIntegers } from './growing-column.js'
import type { Names } from './read-interactions.js'
import { emptyOf, readTable, type TableOptions, type TableSource } from './read-table.js'

/** Pairs of users, by their numbers in `Names`. A pair is there once or twice, in either order. */
export interface FriendshipTable {
  readonly users: Uint32Array
  readonly friends: Uint32Array
}

/** Reads `user friend`. A friendship holds both ways, whether the file says it once or twice. */
export async function readFriendships(source: TableSource, names: Names, options: TableOptions): Promise<FriendshipTable> {
  const [users, friends, lines] = [growingIntegers(), growingIntegers(), growingIntegers()]
  const reject = (line: number, field: string | null, message: string): void => options.problems.reject({ file: source.name, line, field, message })
  await readTable(
    source,
    {
      layouts: [['user', 'friend']],
      // Ids may be words: only two whole numbers are no header.
      looksLikeRow: (fields) => fields.every((field) => /^\d+$/.test(field)),
      row([user, friend], line) {
        const empty = emptyOf({ user, friend })
        if (empty !== null) return reject(line, empty, 'is empty')
        if (user === friend) return reject(line, 'friend', 'is the user')
        users.push(names.users.add(user!))
        friends.push(names.users.add(friend!))
        lines.push(line)
      },
    },
    options,
  )
  const [userOf, friendOf, lineOf] = [users.take(), friends.take(), lines.take()]
  const firsts = findRepeats(userOf, names.users.size, (row) => friendOf[row]!)
  for (const [row, first] of firsts.entries()) if (first !== row) reject(lineOf[row]!, null, `the same user and friend as in line ${lineOf[first]}`)
  return { users: userOf.filter((_, row) => firsts[row] === row), friends: friendOf.filter((_, row) => firsts[row] === row) }
}
