import type { Importer } from '../import-report.js'
import { importFreemusicc } from './freemusicc/import-freemusicc.js'
import { importPodcastRss } from './pending-podcast-feed.js'
import { importJupiter } from './jupiter/import-jupiter.js'
import { importTranscript } from './transcripts/import-transcript.js'

/** Importers of catalogues, by the name of their format. */
export const catalogImporters = {
  freemusicc: importFreemusicc,
  'podcast-rss': importPodcastRss,
  jupiter: importJupiter,
  transcript: importTranscript,
} as const satisfies Readonly<Record<string, Importer>>
