import { readText, TruncatedFileError, type ImportContext, type ImportTally } from '@linernotes/catalog'
import { bumpDataVersion } from '@linernotes/database'
import { insertListens } from '../insert-listens.js'
import type { Listen } from '../listen.js'
import { parseRow } from './parse-row.js'
import type { RecognisedFile } from './run-listening-import.js'

const batchSize = 1000

interface Target {
  readonly context: ImportContext
  readonly listenerId: string
  readonly sourceId: string
  readonly tally: ImportTally
  /** Called as the file is read. */
  readonly onBytes: (bytes: number) => void
}

/** Reads one file into the database, a batch at a time: when it is killed, what was written stays, and the same file again adds the rest. */
export async function importListens(target: Target, { file, split, read }: RecognisedFile & { readonly file: string }): Promise<void> {
  const { context, tally } = target
  let batch: Listen[] = []
  try {
    for await (const row of split(readText(file, { signal: context.signal, onBytes: target.onBytes }))) {
      tally.read++
      const listen = parseRow(row, read, context.now())
      if ('message' in listen) tally.reject(row.line, listen.field, row.entry === null ? listen.message : `${listen.message} (entry ${row.entry} of the list)`)
      else batch.push(listen)
      if (batch.length < batchSize) continue
      await write(target, batch)
      batch = []
    }
  } catch (error) {
    if (!(error instanceof TruncatedFileError)) throw error
    tally.read++
    tally.reject(null, null, error.message)
  }
  await write(target, batch)
}

async function write({ context, listenerId, sourceId, tally }: Target, batch: readonly Listen[]): Promise<void> {
  context.signal.throwIfAborted()
  if (batch.length === 0) return
  const inserted = await insertListens(context.db, listenerId, sourceId, batch)
  tally.imported += inserted.imported
  tally.duplicates += inserted.duplicates
  tally.unmatched += inserted.unmatched
  if (inserted.imported > 0) await bumpDataVersion(context.db, 'listening')
}
