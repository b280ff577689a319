import type { Plays } from './taste.js'
import type { PlayRow } from './taste.queries.js'

/** All plays together. */
export function sum(rows: readonly PlayRow[]): Plays {
  let plays = 0
  let firstPlayedAt = Infinity
  let lastPlayedAt = -Infinity
  for (const row of rows) {
    plays += row.plays
    firstPlayedAt = Math.min(firstPlayedAt, row.first_played_at)
    lastPlayedAt = Math.max(lastPlayedAt, row.last_played_at)
  }
  return { plays, firstPlayedAt, lastPlayedAt }
}

/** Rows by their key; those without one are left out. */
export function group<Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === null) continue
    const members = groups.get(key)
    if (members === undefined) groups.set(key, [row])
    else members.push(row)
  }
  return groups
}

/** What was made of every group, most played first; equals in the order of their keys. */
export function mostPlayedFirst<Group, Taste extends Plays>(
  groups: ReadonlyMap<string, Group>,
  make: (key: string, group: Group) => Taste,
): Map<string, Taste> {
  const made = [...groups].map(([key, members]) => [key, make(key, members)] as const)
  return new Map(made.toSorted(([oneKey, one], [otherKey, other]) => other.plays - one.plays || (oneKey < otherKey ? -1 : 1)))
}
