import { ImportTally, upsertSource, type ImportContext, type Importer } from '@linernotes/catalog'
import { stat } from 'node:fs/promises'
import { ensureListener } from '../ensure-listener.js'
import { importListens } from './import-listens.js'
import type { RowReader } from './parse-row.js'
import { readOpening } from './read-opening.js'
import type { RawRow } from './split-json-array.js'

/** How a file is to be read, once its opening has been seen. */
export interface RecognisedFile {
  /** The user that the file names. */
  readonly user: string | null
  readonly split: (chunks: AsyncIterable<string>) => AsyncIterable<RawRow>
  readonly read: RowReader
}

/** Whose history it is was neither said nor in the file: wrong usage, not a broken file. */
export class ListenerNotNamedError extends Error {
  override readonly name = 'ListenerNotNamedError'
  readonly code = 'LISTENER_NOT_NAMED'
}

interface ListeningImport {
  readonly context: ImportContext
  readonly format: string
  readonly sourceName: string
  readonly files: readonly string[]
  readonly options: Parameters<Importer>[2]
  /** @throws ImportFormatError where the opening is not of the format */
  readonly recognise: (file: string, opening: string) => RecognisedFile
}

/**
 * Recognises every file before the first row is written, so that a wrong file or a missing name changes nothing.
 * @throws ImportFormatError, ListenerNotNamedError
 */
export async function runListeningImport({ context, format, sourceName, files, options, recognise }: ListeningImport): ReturnType<Importer> {
  const recognised: (RecognisedFile & { readonly file: string; readonly externalId: string; readonly bytes: number })[] = []
  for (const file of files) {
    const found = recognise(file, await readOpening(file, context.signal))
    const externalId = options.listener ?? found.user
    if (externalId === null) throw new ListenerNotNamedError(`${file} does not say whose history it is: add --listener EXTERNAL_ID`)
    recognised.push({ ...found, file, externalId, bytes: (await stat(file)).size })
  }
  const tally = new ImportTally()
  const sourceId = await upsertSource(context.db, { name: sourceName, url: null, licence: 'LicenseRef-private', retrievedAt: null, ...options.source })
  const total = recognised.reduce((sum, file) => sum + file.bytes, 0)
  let before = 0
  for (const file of recognised) {
    const listener = await ensureListener(context.db, { externalId: file.externalId })
    const onBytes = (bytes: number): void => context.progress?.({ done: before + bytes, total, unit: 'bytes' })
    await importListens({ context, listenerId: listener.id, sourceId, tally, onBytes }, file)
    before += file.bytes
  }
  return tally.report(format)
}
