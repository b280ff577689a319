/** A statement holds at most 65,535 parameters; no row here has more than 13. */
const SLICE = 5_000

/** Writes rows in as many statements as it takes; gives back what all of them returned. */
export async function inSlices<Row, Result>(rows: readonly Row[], write: (slice: readonly Row[]) => Promise<readonly Result[]>): Promise<Result[]> {
  const results: Result[] = []
  for (let start = 0; start < rows.length; start += SLICE) results.push(...(await write(rows.slice(start, start + SLICE))))
  return results
}
