/**
 * Which rows say again what an earlier one said: for each row the number of the first row with the same keys, itself where it is the first.
 * Rows are grouped by their first key, so that only one group's keys are held at a time.
 */
export function findRepeats(groups: Uint32Array, groupCount: number, keyOf: (row: number) => number): Uint32Array {
  const firsts = new Uint32Array(groups.length)
  const starts = new Uint32Array(groupCount + 1)
  for (const group of groups) starts[group + 1]!++
  for (let group = 0; group < groupCount; group++) starts[group + 1]! += starts[group]!
  const order = new Uint32Array(groups.length)
  const cursor = starts.slice(0, groupCount)
  for (let row = 0; row < groups.length; row++) order[cursor[groups[row]!]!++] = row
  for (let group = 0; group < groupCount; group++) {
    const seen = new Map<number, number>()
    for (const row of order.subarray(starts[group]!, starts[group + 1]!)) {
      const first = seen.get(keyOf(row)) ?? row
      if (first === row) seen.set(keyOf(row), row)
      firsts[row] = first
    }
  }
  return firsts
}
