import { bumpDataVersion, type Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { cleanText } from '../../clean-text.js'
import { entityId } from '../../entity-id.js'
import { openFileProgress } from '../../files/file-progress.js'
import { TruncatedFileError } from '../../files/read-bytes.js'
import { readLines } from '../../files/read-lines.js'
import { UNREADABLE } from '../../files/read-text.js'
import { ImportFormatError, type ImportContext, type Importer } from '../../import-report.js'
import { ImportTally } from '../../import-tally.js'
import { upsertSource } from '../../sources.queries.js'
import { findCertainArtists } from './find-certain-artists.js'
import { genres } from './genres.js'

const BATCH = 2_000

const source = { name: 'Wikidata', url: 'https://www.wikidata.org/', licence: 'CC0-1.0', retrievedAt: null }

interface Row {
  readonly line: number
  readonly artist: string
  readonly value: string
}

/**
 * Labels of artists and of what Wikidata says of them (TSV: artist_label, wikidata_value_label). Which property a value belongs to is
 * lost, so only values that can be nothing but a genre become facts, and only of artists who match with certainty.
 */
export const importWikidata: Importer = async (context, files, options) => {
  const progress = await openFileProgress(context, files)
  const sourceId = await upsertSource(context.db, { ...source, ...options.source })
  const tally = new ImportTally()
  for (const file of files) {
    let batch: Row[] = []
    let isHeader = true
    try {
      for await (const { number, text } of readLines(file, { signal: context.signal, onBytes: progress(file) })) {
        const fields = text.split('\t')
        if (isHeader) {
          if (fields[0]?.replace('\uFEFF', '') !== 'artist_label' || fields[1]?.trim() !== 'wikidata_value_label') {
            throw new ImportFormatError(`${file}: not Wikidata labels (expected a header of artist_label and wikidata_value_label, separated by a tab)`)
          }
          isHeader = false
          continue
        }
        tally.read++
        const [artist = '', value = ''] = fields.map(cleanText)
        if (text.includes(UNREADABLE)) tally.reject(number, null, 'not valid UTF-8')
        else if (fields.length !== 2 || artist === '' || value === '') tally.reject(number, null, 'expected an artist and a value, separated by a tab')
        else batch.push({ line: number, artist, value })
        if (batch.length >= BATCH) batch = await flush(context, batch, tally, sourceId)
      }
      if (isHeader) throw new ImportFormatError(`${file}: empty`)
    } catch (error) {
      if (!(error instanceof TruncatedFileError)) throw error
      tally.read++
      tally.reject(null, null, error.message)
    }
    await flush(context, batch, tally, sourceId)
  }
  if (tally.imported > 0) await bumpDataVersion(context.db, 'catalog')
  return tally.report('wikidata')
}

async function flush(context: ImportContext, batch: readonly Row[], tally: ImportTally, sourceId: string): Promise<Row[]> {
  if (batch.length === 0) return []
  await context.db.transaction().execute(async (transaction) => {
    const artists = await findCertainArtists(
      transaction,
      batch.map((row) => row.artist),
    )
    const facts: { readonly id: string; readonly artist: string; readonly subject: string; readonly genre: string }[] = []
    for (const { line, artist, value } of batch) {
      const subject = artists.get(artist)
      if (subject === undefined) tally.unmatched++
      else if (genres.has(value)) facts.push({ id: entityId('fact', 'artist-genre', subject, value, sourceId), artist, subject, genre: value })
      else tally.reject(line, 'wikidata_value_label', `what “${value.slice(0, 60)}” is to ${artist} is not said`)
    }
    const imported = await storeGenres(transaction, facts, sourceId, new Date(context.now()))
    tally.imported += imported
    tally.duplicates += facts.length - imported
  })
  return []
}

async function storeGenres(
  db: Kysely<Database>,
  facts: readonly { readonly id: string; readonly artist: string; readonly subject: string; readonly genre: string }[],
  sourceId: string,
  now: Date,
): Promise<number> {
  if (facts.length === 0) return 0
  const written = await db
    .insertInto('facts')
    .values(
      facts.map(({ id, artist, subject, genre }) => ({
        id,
        subject_id: subject,
        property: 'artist-genre',
        values: JSON.stringify({ artist, genre }),
        statement: `Wikidata names ${genre} as a genre of ${artist}.`,
        source_id: sourceId,
        computed_at: now,
        query: null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return written.length
}
