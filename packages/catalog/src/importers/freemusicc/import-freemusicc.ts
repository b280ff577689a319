import { bumpDataVersion, type Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { z } from 'zod'
import { openFileProgress } from '../../files/file-progress.js'
import { readCsv, type CsvRow } from '../../files/read-csv.js'
import type { ImportContext, Importer } from '../../import-report.js'
import { ImportTally } from '../../import-tally.js'
import { upsertSource } from '../../sources.queries.js'
import { findPair } from './find-pair.js'
import { releaseRow, trackRow, type TrackRow } from './freemusicc-rows.js'
import { releaseIdOf, storeReleases } from './store-releases.js'
import { storeTracks } from './store-tracks.js'

const BATCH = 1_000

const source = { name: 'freemusi.cc-database', url: 'https://github.com/ojdo/freemusi.cc-database', licence: 'CC-BY-SA-4.0', retrievedAt: null }

/** The CSV pair of freemusi.cc-database, in any order, gzipped or not; a directory stands for the pair in it. Batches are stored whole or not at all. */
export const importFreemusicc: Importer = async (context, files, options) => {
  const pair = await findPair(files, context.signal)
  const progress = await openFileProgress(
    context,
    pair.map(({ file }) => file),
  )
  const sourceId = await upsertSource(context.db, { ...source, ...options.source })
  const tally = new ImportTally()
  for (const { file, kind } of pair) {
    const rows = readCsv(file, { signal: context.signal, onBytes: progress(file) })
    if (kind === 'releases') await importRows(context, tally, rows, releaseRow, (db, batch) => storeReleases(db, batch.map(rowOf), sourceId))
    else await importRows(context, tally, rows, trackRow, async (db, batch) => await storeTracks(db, await withRelease(db, batch, tally), sourceId))
  }
  return tally.report('freemusicc')
}

interface Batched<Row> {
  readonly line: number
  readonly row: Row
}

function rowOf<Row>({ row }: Batched<Row>): Row {
  return row
}

async function importRows<Schema extends z.ZodType>(
  { db, signal }: ImportContext,
  tally: ImportTally,
  rows: AsyncIterable<CsvRow>,
  schema: Schema,
  store: (db: Kysely<Database>, batch: readonly Batched<z.output<Schema>>[]) => Promise<number>,
): Promise<void> {
  let batch: Batched<z.output<Schema>>[] = []
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return
    signal.throwIfAborted()
    const rejectedBefore = tally.rejected
    const imported = await db.transaction().execute(async (transaction) => {
      const added = await store(transaction, batch)
      if (added > 0) await bumpDataVersion(transaction, 'catalog')
      return added
    })
    tally.imported += imported
    tally.duplicates += batch.length - imported - (tally.rejected - rejectedBefore)
    batch = []
  }
  for await (const row of rows) {
    tally.read++
    if (!('record' in row)) {
      tally.reject(row.line, null, row.problem)
      continue
    }
    const parsed = schema.safeParse(row.record)
    if (parsed.success) batch.push({ line: row.line, row: parsed.data })
    else tally.reject(row.line, parsed.error.issues[0]?.path.join('.') ?? null, parsed.error.issues[0]?.message ?? 'not valid')
    if (batch.length >= BATCH) await flush()
  }
  await flush()
}

/** Tracks whose release is known; the others are rejected, with the remedy. */
async function withRelease(db: Kysely<Database>, batch: readonly Batched<TrackRow>[], tally: ImportTally): Promise<TrackRow[]> {
  const ids = [...new Set(batch.map(({ row }) => releaseIdOf(row.id)))]
  const known = new Set((await db.selectFrom('releases').select('id').where('id', 'in', ids).execute()).map((row) => row.id))
  return batch.flatMap(({ line, row }) => {
    if (known.has(releaseIdOf(row.id))) return [row]
    tally.reject(line, 'id', `no release ${row.id}: import releases.csv as well`)
    return []
  })
}
