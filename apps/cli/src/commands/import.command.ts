import path from 'node:path'
import { openDatabase } from '@linernotes/database'
import type { ImportReport } from '@linernotes/catalog'
import { importFormats, importFiles } from '@linernotes/serving'
import type { CommandContext } from '../command-context.js'
import { exitCode, UsageError, type ExitCode } from '../exit-code.js'

export interface ImportOptions {
  readonly listener?: string
  readonly episode?: string
  readonly json?: true
  readonly strict?: true
}

/** `linernotes import FORMAT FILE...`: takes the good rows over and reports the others. */
export async function importCommand(context: CommandContext, format: string, files: readonly string[], options: ImportOptions): Promise<ExitCode> {
  const known = importFormats.find((name) => name === format)
  if (known === undefined) throw new UsageError(`import: unknown format ${format}; known: ${importFormats.join(', ')}`)
  const { environment, signal, now } = context
  await using database = await openDatabase({ url: environment.databaseUrl, dataDirectory: environment.dataDirectory, mode: 'share', signal })
  using progress = context.progress(`Importing ${format}`)
  const report = await importFiles(
    { db: database.db, now, signal, progress: (event) => progress.update(event) },
    known,
    files.map((file) => path.resolve(context.directory, file)),
    options,
  )
  progress[Symbol.dispose]()
  print(context, report, options)
  return options.strict && report.rejected > 0 ? exitCode.rejected : exitCode.done
}

function print(context: CommandContext, report: ImportReport, options: ImportOptions): void {
  if (options.json) {
    const { format, read, imported, duplicates, unmatched, rejected, problems } = report
    context.print(JSON.stringify({ format, read, imported, duplicates, unmatched, rejected, problems }))
    return
  }
  const count = (value: number, words: string) => (value > 0 ? `, ${value.toLocaleString('en')} ${words}` : '')
  context.print(
    `${report.format}: ${report.read.toLocaleString('en')} read, ${report.imported.toLocaleString('en')} imported` +
      count(report.duplicates, 'there already') +
      count(report.unmatched, 'kept by name (not in the catalogue yet)') +
      count(report.rejected, 'rejected'),
  )
  const shown = report.problems.slice(0, 20)
  for (const { line, field, message } of shown) context.print(`  ${line === null ? '' : `line ${line}: `}${field === null ? '' : `${field}: `}${message}`)
  if (report.problems.length > shown.length) context.print(`  … and ${report.problems.length - shown.length} more (--json lists them)`)
}
