import { ImportFormatError, type Importer } from '@linernotes/catalog'
import { runListeningImport, type RecognisedFile } from './run-listening-import.js'
import { readListenBrainzRow, readMalojaRow, readPanoScrobblerRow } from './read-listenbrainz.js'
import { splitJsonArray } from './split-json-array.js'
import { splitLines } from './split-lines.js'

/**
 * Listens as ListenBrainz exports them (JSON lines) and as clients submit them (`{"listen_type", "payload": []}`), and the exports of
 * Pano Scrobbler (JSON lines) and Maloja. https://listenbrainz.readthedocs.io/en/latest/users/json.html
 */
export const importListenBrainz: Importer = (context, files, options) =>
  runListeningImport({ context, format: 'listenbrainz', sourceName: 'ListenBrainz export', files, options, recognise })

function recognise(file: string, opening: string): RecognisedFile {
  const user = /"user_(?:name|id)"\s*:\s*"([^"\\]{1,100})"/.exec(opening)?.[1] ?? null
  if (/"listen_type"\s*:\s*"playing_now"/.test(opening)) {
    return { user, split: (chunks) => splitJsonArray(chunks, ['payload']), read: () => ({ field: 'listen_type', message: 'playing_now is not a listen yet' }) }
  }
  const isOneLine = opening.split('\n').some((line) => /^\s*\{.*\}\s*$/.test(line))
  if (/"(payload|listens)"\s*:\s*\[/.test(opening))
    return { user, split: (chunks) => splitJsonArray(chunks, ['payload', 'listens']), read: readListenBrainzRow }
  if (/"scrobbles"\s*:\s*\[/.test(opening)) return { user, split: (chunks) => splitJsonArray(chunks, ['scrobbles']), read: readMalojaRow }
  if (/"track_metadata"\s*:/.test(opening)) return { user, split: /^\s*\[/.test(opening) ? splitJsonArray : splitLines, read: readListenBrainzRow }
  if (isOneLine && /"timeMs"\s*:/.test(opening) && /"track"\s*:/.test(opening)) return { user, split: splitLines, read: readPanoScrobblerRow }
  throw new ImportFormatError(`${file}: not a ListenBrainz export: expected JSON lines with "listened_at" and "track_metadata"`)
}
