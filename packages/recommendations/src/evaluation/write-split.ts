import { createWriteStream } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { InteractionTable, Names } from './reading/read-interactions.js'
import type { ThreeTables } from './split-users.js'

const files = { interactions: 'interactions.tsv', foldIn: 'fold-in.tsv', test: 'test.tsv' } as const
const ROWS_AT_ONCE = 10_000

/** Writes the three parts as files of the format that they are read from, each whole or not at all. Returns their paths. */
export async function writeSplit(directory: string, names: Names, parts: ThreeTables, signal: AbortSignal): Promise<readonly string[]> {
  await mkdir(directory, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`The split cannot be written to ${directory} (${error.code}): name another directory`, { cause: error })
  })
  const written: string[] = []
  for (const [part, name] of Object.entries(files) as [keyof ThreeTables, string][]) {
    const file = path.join(directory, name)
    await pipeline(Readable.from(linesOf(parts[part], names)), createWriteStream(`${file}.part`), { signal })
    await rename(`${file}.part`, file)
    written.push(file)
  }
  return written
}

function* linesOf(table: InteractionTable, names: Names): Generator<string> {
  let text = 'userID\titemID\tweight\n'
  for (const [row, user] of table.users.entries()) {
    text += `${names.users.stringOf(user)}\t${names.items.stringOf(table.items[row]!)}\t${table.weights[row]!}\n`
    if (row % ROWS_AT_ONCE > 0) continue
    yield text
    text = ''
  }
  yield text
}
