import { access, constants } from 'node:fs/promises'
import path from 'node:path'
import { openDatabase } from '@linernotes/database'
import type { ImportReport } from '@linernotes/catalog'
import { importFormats, importFiles } from '@linernotes/serving'
import type { CommandContext } from '../command-context.js'
import { exitCode, type ExitCode } from '../exit-code.js'
import { InterruptedError, UsageError } from '../failures.js'
import { sayAmount } from '../progress.js'
import { sayWhoElse } from '../say-who-else.js'

export interface ImportOptions {
  readonly listener?: string
  readonly episode?: string
  readonly json?: true
  readonly strict?: true
}

/** `linernotes import FORMAT FILE...`: takes the good rows over and reports the others. */
export async function importCommand(context: CommandContext, format: string, names: readonly string[], options: ImportOptions): Promise<ExitCode> {
  const known = importFormats.find((name) => name === format)
  if (known === undefined) throw new UsageError(`import: unknown format ${format}; known: ${importFormats.join(', ')}`)
  if (options.listener?.trim() === '') throw new UsageError('import: --listener expects the id of a listener, not an empty text')
  const files = names.map((name) => path.resolve(context.directory, name))
  for (const file of files) await checkReadable(file)
  const { environment, signal, now } = context
  await using database = await openDatabase({ url: environment.databaseUrl, dataDirectory: environment.dataDirectory, mode: 'share', signal })
  using progress = context.progress(`Importing ${format}`)
  let read = 'the start'
  const report = await importFiles(
    {
      db: database.db,
      now,
      signal,
      progress: (event) => {
        read = `${sayAmount(event.done, event.unit)}${event.total === null ? '' : ` of ${sayAmount(event.total, event.unit)}`}`
        progress.update(event)
      },
    },
    known,
    files,
    options,
  ).catch((error: unknown) => {
    if (!signal.aborted) throw error
    throw new InterruptedError(`Interrupted at ${read}. What was taken over is kept; the same command again takes over the rest.`, { cause: error })
  })
  progress[Symbol.dispose]()
  print(context, report, options)
  sayWhoElse(context, database)
  return options.strict && report.rejected > 0 ? exitCode.rejected : exitCode.done
}

/** Before the database is opened, and perhaps made: a misspelt name is answered at once. */
async function checkReadable(file: string): Promise<void> {
  await access(file, constants.R_OK).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`import: ${file}: ${error.code === 'ENOENT' ? 'no such file' : `cannot be read (${error.code})`}`, { cause: error })
  })
}

function print(context: CommandContext, report: ImportReport, options: ImportOptions): void {
  if (options.json) {
    const { format, read, imported, duplicates, unmatched, rejected, problems } = report
    context.print(JSON.stringify({ format, read, imported, duplicates, unmatched, rejected, problems }))
    return
  }
  context.print(
    `${report.format}: ${report.read.toLocaleString('en')} read, ${report.imported.toLocaleString('en')} imported` +
      count(report.duplicates, 'duplicates') +
      count(report.unmatched, 'kept by name (not in the catalogue yet)') +
      count(report.rejected, 'rejected'),
  )
  const shown = report.problems.slice(0, 20)
  for (const { line, field, message } of shown) context.print(`  ${line === null ? '' : `line ${line}: `}${field === null ? '' : `${field}: `}${message}`)
  if (report.problems.length > shown.length) context.print(`  … and ${report.problems.length - shown.length} more (--json lists them)`)
}

function count(value: number, words: string): string {
  return value > 0 ? `, ${value.toLocaleString('en')} ${words}` : ''
}
