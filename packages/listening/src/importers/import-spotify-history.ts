import { ImportFormatError, type Importer } from '@linernotes/catalog'
import { readSpotifyRow } from './read-spotify-history.js'
import { runListeningImport, type RecognisedFile } from './run-listening-import.js'
import { splitJsonArray } from './split-json-array.js'

/** Spotify's extended streaming history, one JSON array a file, as it was until 2022 (`endsong_*.json`) and is since (`Streaming_History_*.json`). */
export const importSpotifyHistory: Importer = (context, files, options) =>
  runListeningImport({ context, format: 'spotify-history', sourceName: 'Spotify extended streaming history', files, options, recognise })

function recognise(file: string, opening: string): RecognisedFile {
  const user = /"username"\s*:\s*"([^"\\]{1,100})"/.exec(opening)?.[1] ?? null
  if (/^\s*\[\s*\]\s*$/.test(opening) || (/^\s*\[/.test(opening) && /"ms_played"\s*:/.test(opening)))
    return { user, split: splitJsonArray, read: readSpotifyRow }
  const remedy = /"msPlayed"\s*:/.test(opening)
    ? 'this is the short account history: ask Spotify for the extended one'
    : 'expected a JSON array of objects with "ts" and "ms_played"'
  throw new ImportFormatError(`${file}: not an extended streaming history: ${remedy}`)
}
