import type { Importer } from '../import-report.js'
import { importFreemusicc } from './freemusicc/import-freemusicc.js'
import { importPodcastRss } from './podcast-rss/import-podcast-rss.js'
import { importJupiter } from './jupiter/import-jupiter.js'
import { importMusicbrainz } from './musicbrainz/import-musicbrainz.js'
import { importTranscript } from './transcripts/import-transcript.js'
import { importWikidata } from './wikidata/import-wikidata.js'

/** Importers of catalogues, by the name of their format. */
export const catalogImporters = {
  freemusicc: importFreemusicc,
  'podcast-rss': importPodcastRss,
  jupiter: importJupiter,
  musicbrainz: importMusicbrainz,
  transcript: importTranscript,
  wikidata: importWikidata,
} as const satisfies Readonly<Record<string, Importer>>
