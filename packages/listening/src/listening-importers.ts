import type { Importer } from '@linernotes/catalog'
import { importListenBrainz } from './importers/import-listenbrainz.js'
import { importSpotifyHistory } from './importers/import-spotify-history.js'

/** The formats in which people have their listening history. */
export const listeningImporters: Readonly<Record<'listenbrainz' | 'spotify-history', Importer>> = {
  listenbrainz: importListenBrainz,
  'spotify-history': importSpotifyHistory,
}
