import { bumpDataVersion, type Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { openFileProgress } from '../../files/file-progress.js'
import { readWholeText, UNREADABLE } from '../../files/read-text.js'
import { ImportFormatError, type Importer } from '../../import-report.js'
import { ImportTally } from '../../import-tally.js'
import { upsertSource } from '../../sources.queries.js'
import { storeEpisodes } from '../podcasts/store-episodes.js'
import { storeShow } from '../podcasts/store-show.js'
import { changelogEpisode } from './changelog-episode.js'
import { isChangelogMarkdown, parseChangelogMarkdown } from './parse-changelog-markdown.js'
import { parseCaptions } from './parse-captions.js'
import { parseTranscriptJson } from './parse-transcript-json.js'
import { storeTranscript } from './store-transcript.js'
import type { ParsedTranscript, SegmentDraft } from './transcript-segment.js'

/** Longer than any conversation. */
const MOST_CHARACTERS = 30_000_000
const LONGEST_TEXT = 100_000

const changelogSource = { name: 'Changelog Media', url: 'https://github.com/thechangelog/transcripts', licence: 'CC-BY-SA-4.0', retrievedAt: null }
const otherSource = { name: 'Transcript file', url: null, licence: 'NOASSERTION', retrievedAt: null }

/** SRT, WebVTT, Podcasting 2.0 JSON and Changelog Markdown. The first three need `--episode`. */
export const importTranscript: Importer = async (context, files, options) => {
  if (files.length > 1 && options.episode !== undefined) throw new ImportFormatError('--episode names one episode: import one transcript at a time')
  const progress = await openFileProgress(context, files)
  const tally = new ImportTally()
  for (const file of files) {
    const { text, brokenOff } = await readWholeText(file, { signal: context.signal, onBytes: progress(file), mostCharacters: MOST_CHARACTERS })
    const { parsed, isChangelog } = await parse(file, text)
    const segments = readable(parsed, tally)
    if (brokenOff !== null) tally.reject(null, null, brokenOff)
    if (segments.length === 0) {
      tally.note(null, null, `${file}: nothing is said in it`)
      continue
    }
    context.signal.throwIfAborted()
    const changed = await context.db.transaction().execute(async (db) => {
      const isOurs = isChangelog && options.episode === undefined
      const sourceId = await upsertSource(db, { ...(isOurs ? changelogSource : otherSource), ...options.source })
      const episodeId = isOurs ? await storeChangelogEpisode(db, file, sourceId) : await findEpisode(db, file, options.episode)
      const count = await storeTranscript(db, episodeId, segments, { sourceId, isWhole: brokenOff === null })
      if (count > 0) await bumpDataVersion(db, 'catalog')
      return count
    })
    const imported = Math.min(changed, segments.length)
    tally.imported += imported
    tally.duplicates += segments.length - imported
  }
  return tally.report('transcript')
}

function readable({ segments, problems }: ParsedTranscript, tally: ImportTally): SegmentDraft[] {
  tally.read += segments.length + problems.length
  for (const { line, message } of problems) tally.reject(line, null, message)
  return segments.filter(({ text, speaker }, index) => {
    const problem = `${text} ${speaker ?? ''}`.includes(UNREADABLE)
      ? 'not valid UTF-8'
      : text.length > LONGEST_TEXT
        ? `longer than ${LONGEST_TEXT} characters`
        : null
    if (problem !== null) tally.reject(null, 'text', `segment ${index + 1}: ${problem}`)
    return problem === null
  })
}

async function parse(file: string, text: string): Promise<{ readonly parsed: ParsedTranscript; readonly isChangelog: boolean }> {
  const start = text.slice(0, 2_000).trimStart()
  if (/^(\uFEFF)?WEBVTT\b/.test(start)) return { parsed: await parseCaptions(text, 'vtt'), isChangelog: false }
  if (/^(\d+\s+)?\d{1,2}:\d{2}:\d{2}[,.]\d{1,3}\s+-->/.test(start)) return { parsed: await parseCaptions(text, 'srt'), isChangelog: false }
  const json = start.startsWith('{') ? parseTranscriptJson(text) : null
  if (json !== null) return { parsed: json, isChangelog: false }
  if (isChangelogMarkdown(text)) return { parsed: parseChangelogMarkdown(text), isChangelog: true }
  throw new ImportFormatError(`${file}: not a transcript (expected SRT, WebVTT, Podcasting 2.0 JSON, or Markdown with **Speaker:** turns)`)
}

async function storeChangelogEpisode(db: Kysely<Database>, file: string, sourceId: string): Promise<string> {
  const { show, episode } = await changelogEpisode(file)
  await storeShow(db, show, sourceId)
  await storeEpisodes(db, [episode], sourceId)
  return episode.id
}

async function findEpisode(db: Kysely<Database>, file: string, wanted: string | undefined): Promise<string> {
  if (wanted === undefined) throw new ImportFormatError(`${file}: which episode does this transcript belong to? Say --episode with its id or guid`)
  const found = await db
    .selectFrom('episodes')
    .select('id')
    .where((where) => where.or([where('id', '=', wanted), where('guid', '=', wanted)]))
    .limit(2)
    .execute()
  const [episode, another] = found
  if (episode === undefined) throw new ImportFormatError(`${file}: no episode has the id or guid ${wanted}; import its feed first`)
  if (another !== undefined) throw new ImportFormatError(`${file}: several episodes have the guid ${wanted}; say --episode with an id`)
  return episode.id
}
