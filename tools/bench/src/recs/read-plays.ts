import { readFile } from 'node:fs/promises'
import type { TrainingData } from '@linernotes/recommendations'

/** A file of `user item weight`, tabs between, a header first: whole, for a measurement of time. */
export async function readPlays(file: string): Promise<TrainingData> {
  const lines = (await readFile(file, 'utf8')).split('\n').slice(1)
  const users = new Map<string, Map<number, number>>()
  const items = new Map<string, number>()
  for (const line of lines) {
    const [user, item, weight] = line.trim().split('\t')
    if (user === undefined || item === undefined || !(Number(weight) > 0)) continue
    const plays = users.get(user) ?? new Map<number, number>()
    users.set(user, plays)
    const number = items.get(item) ?? items.size
    items.set(item, number)
    plays.set(number, Number(weight))
  }
  const rows = [...users.values()].map((plays) => [...plays].toSorted(([one], [other]) => one - other))
  const offsets = Uint32Array.from({ length: rows.length + 1 })
  for (const [row, plays] of rows.entries()) offsets[row + 1] = offsets[row]! + plays.length
  const columns = Uint32Array.from(rows.flatMap((plays) => plays.map(([item]) => item)))
  const values = Float32Array.from(rows.flatMap((plays) => plays.map(([, weight]) => weight)))
  return { interactions: { rowCount: rows.length, columnCount: items.size, offsets, columns, values }, itemTags: null, friends: null }
}
