import { ImportFormatError, type ImportContext, type Importer, type ImportReport } from '../import-report.js'
export const importPodcastRss: Importer = async () => ({ format: 'podcast-rss', read: 0, imported: 0, duplicates: 0, unmatched: 0, rejected: 0, problems: [] })
export async function importPodcastFeed(_c: ImportContext, _x: Uint8Array | string, _u: string | null): Promise<{ report: ImportReport; showId: string }> {
  throw new ImportFormatError('pending')
}
