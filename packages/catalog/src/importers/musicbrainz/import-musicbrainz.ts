import { bumpDataVersion } from '@linernotes/database'
import { openFileProgress } from '../../files/file-progress.js'
import { ImportFormatError, type ImportContext, type Importer } from '../../import-report.js'
import { ImportTally } from '../../import-tally.js'
import { upsertSource } from '../../sources.queries.js'
import { DraftCollector, type Complain } from './collect-drafts.js'
import { readDocuments } from './read-documents.js'
import { readResponse } from './read-response.js'
import { storeArtists } from './store-artists.js'
import { storeReleases } from './store-releases.js'
import { storeTracks } from './store-tracks.js'

/** Artists, releases and tracks that are stored together; a statement holds at most 65,535 parameters. */
const BATCH = 2_000

const source = { name: 'MusicBrainz', url: 'https://musicbrainz.org/', licence: 'CC0-1.0', retrievedAt: null }

/**
 * Responses of the MusicBrainz web service as JSON, or its JSON dumps. Core facts only: they are CC0, tags, ratings and annotations are not.
 * Counted are the artists, releases and tracks that the files hold, those inside others as well. Where several files are given, one
 * that is not of the format is reported; one file alone that is not of it is an ImportFormatError.
 */
export const importMusicbrainz: Importer = async (context, files, options) => {
  const progress = await openFileProgress(context, files)
  const sourceId = await upsertSource(context.db, { ...source, ...options.source })
  const tally = new ImportTally()
  const collector = new DraftCollector()
  let foreign: string | null = null
  let isOurs = false
  for (const file of files) {
    const where = files.length === 1 ? '' : `${file}: `
    for await (const document of readDocuments(file, { signal: context.signal, onBytes: progress(file) })) {
      if (!('value' in document)) {
        tally.read++
        tally.reject(document.line, null, where + document.problem)
        continue
      }
      const complain: Complain = (field, message, isKept) => {
        if (isKept === true) return tally.note(document.line, field, where + message)
        tally.read++
        tally.reject(document.line, field, where + message)
      }
      const response = readResponse(document.value)
      if (response.kind !== 'foreign') isOurs = true
      if (response.kind === 'taken') {
        for (const [type, entity] of response.entities) {
          collector[type](entity, complain)
          if (collector.size >= BATCH) await flush(context, collector, tally, sourceId)
        }
        continue
      }
      tally.read++
      if (response.kind === 'other')
        tally.reject(document.line, null, `${where}${response.what}: only artists, releases, release groups and recordings are kept`)
      else {
        foreign ??= `${file}: not a response of the MusicBrainz web service (expected JSON, fmt=json, of artists, releases, release groups or recordings)`
        tally.reject(document.line, null, `${where}not a response of the MusicBrainz web service`)
      }
    }
  }
  if (!isOurs && foreign !== null) throw new ImportFormatError(foreign)
  if (tally.read === 0 && collector.size === 0 && !isOurs) throw new ImportFormatError(`${files.join(', ')}: empty`)
  await flush(context, collector, tally, sourceId)
  if (tally.imported > 0) await bumpDataVersion(context.db, 'catalog')
  return tally.report('musicbrainz')
}

async function flush(context: ImportContext, collector: DraftCollector, tally: ImportTally, sourceId: string): Promise<void> {
  const now = new Date(context.now())
  await context.db.transaction().execute(async (transaction) => {
    const artists = await storeArtists(transaction, collector, sourceId, now)
    const releases = await storeReleases(transaction, [...collector.releases.values()], artists.ids, sourceId)
    const tracks = await storeTracks(transaction, [...collector.tracks.values()], artists.ids, releases.ids, sourceId)
    const stored = collector.artists.size + collector.releases.size + tracks.stored
    const changed = artists.changed.size + releases.changed.size + tracks.changed
    tally.read += stored
    tally.imported += changed
    tally.duplicates += stored - changed
  })
  collector.clear()
}
