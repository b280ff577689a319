import { openFileProgress } from '../../files/file-progress.js'
import { readBytes, TruncatedFileError } from '../../files/read-bytes.js'
import { ImportFormatError, type ImportContext, type Importer } from '../../import-report.js'
import { ImportTally } from '../../import-tally.js'
import { importFeed, MOST_FEED_BYTES } from './import-podcast-feed.js'

/** Podcast feeds from files: RSS 2.0 with Podcasting 2.0 tags, each a show. A rejected item is named by its number from 1. */
export const importPodcastRss: Importer = async (context, files, options) => {
  const progress = await openFileProgress(context, files)
  const tally = new ImportTally()
  for (const file of files) {
    const content = await readFeed(context, tally, file, progress(file))
    const { progress: _, ...quiet } = context
    await importFeed(quiet, tally, content, { place: file, feedUrl: null, source: options.source ?? {} })
  }
  return tally.report('podcast-rss')
}

async function readFeed(context: ImportContext, tally: ImportTally, file: string, onBytes: (bytes: number) => void): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of readBytes(file, { signal: context.signal, onBytes })) {
      chunks.push(chunk)
      size += chunk.length
      if (size > MOST_FEED_BYTES) throw new ImportFormatError(`${file}: larger than ${MOST_FEED_BYTES / 1_000_000} MB`)
    }
  } catch (error) {
    if (!(error instanceof TruncatedFileError)) throw error
    tally.note(null, null, error.message)
  }
  return Buffer.concat(chunks)
}
