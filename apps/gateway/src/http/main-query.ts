import { readFile } from 'node:fs/promises'

/** The query of the README, from `examples/`: GraphiQL opens on it, and a test executes it. */
export async function mainQuery(): Promise<string> {
  return await readFile(new URL('../../../../examples/recommendations.graphql', import.meta.url), 'utf8')
}
