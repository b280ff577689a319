import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { bumpDataVersion, type Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { z } from 'zod'
import { openFileProgress } from '../../files/file-progress.js'
import { readCsv, type CsvRow } from '../../files/read-csv.js'
import { repairEncoding } from '../../files/repair-encoding.js'
import { ImportFormatError, type ImportContext, type Importer } from '../../import-report.js'
import { ImportTally } from '../../import-tally.js'
import { upsertSource } from '../../sources.queries.js'
import { releaseRow, trackRow, type TrackRow } from './freemusicc-rows.js'
import { releaseIdOf, storeReleases } from './store-releases.js'
import { storeTracks } from './store-tracks.js'

const BATCH = 1_000

const source = { name: 'freemusi.cc-database', url: 'https://github.com/ojdo/freemusi.cc-database', licence: 'CC-BY-SA-4.0', retrievedAt: null }

/** The CSV pair of freemusi.cc-database, in any order, gzipped or not; a directory stands for the pair in it. */
export const importFreemusicc: Importer = async (context, files, options) => {
  const pair = (await Promise.all(files.map(expand))).flat()
  const kinds = await Promise.all(pair.map(async (file) => ({ file, kind: await kindOf(file, context.signal) })))
  const progress = await openFileProgress(context, pair)
  const sourceId = await upsertSource(context.db, { ...source, ...options.source })
  const tally = new ImportTally()
  // Tracks need their releases.
  for (const { file, kind } of kinds.toSorted((a, b) => a.kind.localeCompare(b.kind))) {
    const rows = readCsv(file, { signal: context.signal, onBytes: progress(file) })
    if (kind === 'releases')
      await importRows(
        context,
        tally,
        rows,
        releaseRow,
        async (db, batch) =>
          await storeReleases(
            db,
            batch.map(({ row }) => row),
            sourceId,
          ),
      )
    else await importRows(context, tally, rows, trackRow, async (db, batch) => await storeTracks(db, await withRelease(db, batch, tally), sourceId))
  }
  if (tally.imported > 0) await bumpDataVersion(context.db, 'catalog')
  return tally.report('freemusicc')
}

async function expand(file: string): Promise<string[]> {
  if (!(await stat(file)).isDirectory()) return [file]
  return (await readdir(file)).filter((name) => /^(releases|tracks)\.csv(\.gz)?$/.test(name)).map((name) => path.join(file, name))
}

async function kindOf(file: string, signal: AbortSignal): Promise<'releases' | 'tracks'> {
  for await (const row of readCsv(file, { signal })) {
    if (!('record' in row)) continue
    if ('album' in row.record && 'artist' in row.record && 'id' in row.record) return 'releases'
    if ('trackartist' in row.record && 'title' in row.record && 'id' in row.record) return 'tracks'
    break
  }
  throw new ImportFormatError(`${file}: not a releases.csv or tracks.csv of freemusi.cc-database (a header with album, artist, id or trackartist, title, id)`)
}

/** Nearly a thousand names of this data were encoded twice. */
function repaired(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([column, text]) => [column, repairEncoding(text)]))
}

interface Batched<Row> {
  readonly line: number
  readonly row: Row
}

async function importRows<Schema extends z.ZodType>(
  context: ImportContext,
  tally: ImportTally,
  rows: AsyncIterable<CsvRow>,
  schema: Schema,
  store: (db: Kysely<Database>, batch: readonly Batched<z.output<Schema>>[]) => Promise<number>,
): Promise<void> {
  let batch: Batched<z.output<Schema>>[] = []
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return
    const rejectedBefore = tally.rejected
    const imported = await context.db.transaction().execute((transaction) => store(transaction, batch))
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
    const parsed = schema.safeParse(repaired(row.record))
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
