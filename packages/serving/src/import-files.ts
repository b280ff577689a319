import { catalogImporters, type Importer, type ImportContext, type ImportReport } from '@linernotes/catalog'
import { bumpDataVersion } from '@linernotes/database'
import { listeningImporters } from '@linernotes/listening'
import { isCatalogSettled, settleCatalog } from './settle-catalog.js'

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
  if (!(format in catalogImporters)) return report
  if (report.imported > 0) await settleCatalog(context)
  else if (!(await isCatalogSettled(context.db))) {
    // A killed import left rows behind that nobody was told of.
    await settleCatalog(context)
    await bumpDataVersion(context.db, 'catalog')
  }
  return report
}
