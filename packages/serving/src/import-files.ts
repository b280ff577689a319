import { catalogImporters, refreshCountedFacts, type Importer, type ImportContext, type ImportReport } from '@linernotes/catalog'
import { attachUnmatchedListens, listeningImporters } from '@linernotes/listening'

const importers: Readonly<Record<string, Importer>> = { ...catalogImporters, ...listeningImporters }

/** Every format that can be imported. */
export const importFormats: readonly string[] = Object.keys(importers)

/** Imports files of one format; when the catalogue has grown, counts it again and lets waiting listens find their items. */
export async function importFiles(
  context: ImportContext,
  format: string,
  files: readonly string[],
  options: { readonly listener?: string; readonly episode?: string },
): Promise<ImportReport> {
  const importer = importers[format]
  if (importer === undefined) throw new RangeError(`unknown format ${format}; known: ${importFormats.join(', ')}`)
  const report = await importer(context, files, options)
  if (format in catalogImporters && report.imported > 0) await settleCatalog(context)
  return report
}

/** What follows from a changed catalogue. */
export async function settleCatalog(context: Pick<ImportContext, 'db' | 'now'>): Promise<void> {
  await refreshCountedFacts(context.db, context)
  await attachUnmatchedListens(context.db)
}
