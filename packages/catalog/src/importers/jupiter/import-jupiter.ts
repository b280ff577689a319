import { bumpDataVersion } from '@linernotes/database'
import { entityId } from '../../entity-id.js'
import { openFileProgress } from '../../files/file-progress.js'
import { readLines } from '../../files/read-lines.js'
import { TruncatedFileError } from '../../files/read-bytes.js'
import { ImportFormatError, type Importer } from '../../import-report.js'
import { ImportTally } from '../../import-tally.js'
import { upsertSource } from '../../sources.queries.js'
import { parseDuration } from '../podcasts/parse-duration.js'
import type { EpisodeDraft, ShowDraft } from '../podcasts/podcast-drafts.js'
import { storeEpisodes } from '../podcasts/store-episodes.js'
import { storeShow } from '../podcasts/store-show.js'
import { jupiterRow, type JupiterRow } from './jupiter-row.js'

const BATCH = 200

const source = { name: 'Jupiter Broadcasting', url: 'https://www.jupiterbroadcasting.com/', licence: 'CC-BY-SA-4.0', retrievedAt: null }

/** Episodes of Jupiter Broadcasting, one JSON object a line. Hosts and guests are named by slugs there, so nobody's name is taken over. */
export const importJupiter: Importer = async (context, files, options) => {
  const progress = await openFileProgress(context, files)
  const tally = new ImportTally()
  const sourceId = await upsertSource(context.db, { ...source, ...options.source })
  const shows = new Set<string>()
  for (const file of files) {
    const batch = new Map<string, JupiterRow>()
    const flush = async (): Promise<void> => {
      const rows = [...batch.values()]
      batch.clear()
      if (rows.length === 0) return
      context.signal.throwIfAborted()
      const changed = await context.db.transaction().execute(async (db) => {
        let changes = 0
        for (const row of new Map(rows.map((one) => [one.show_slug, one])).values()) {
          if (!shows.has(row.show_slug) && (await storeShow(db, toShow(row), sourceId))) changes++
        }
        const episodes = await storeEpisodes(db, rows.map(toEpisode), sourceId)
        if (changes + episodes > 0) await bumpDataVersion(db, 'catalog')
        return episodes
      })
      for (const row of rows) shows.add(row.show_slug)
      tally.imported += changed
      tally.duplicates += rows.length - changed
    }
    let first = true
    try {
      for await (const { number, text, problem } of readLines(file, { signal: context.signal, onBytes: progress(file) })) {
        tally.read++
        const parsed = problem === undefined ? parseRow(text) : { looksRight: looksLikeJson(text), field: null, message: problem }
        if ('row' in parsed) {
          if (parsed.row.draft === true) tally.reject(number, 'draft', 'not published')
          else if (batch.has(parsed.row.episode_guid)) tally.duplicates++
          else batch.set(parsed.row.episode_guid, parsed.row)
        } else {
          if (first && !parsed.looksRight)
            throw new ImportFormatError(`${file}: not Jupiter Broadcasting episodes (expected one JSON object a line, with show_slug and episode_guid)`)
          tally.reject(number, parsed.field, parsed.message)
        }
        first = false
        if (batch.size >= BATCH) await flush()
      }
    } catch (error) {
      if (!(error instanceof TruncatedFileError)) throw error
      tally.reject(null, null, error.message)
    }
    await flush()
  }
  return tally.report('jupiter')
}

type ParsedRow = { readonly row: JupiterRow } | { readonly looksRight: boolean; readonly field: string | null; readonly message: string }

function parseRow(text: string): ParsedRow {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { looksRight: looksLikeJson(text), field: null, message: 'not valid JSON' }
  }
  const parsed = jupiterRow.safeParse(value)
  if (parsed.success) return { row: parsed.data }
  const looksRight = typeof value === 'object' && value !== null && ('show_slug' in value || 'episode_guid' in value)
  return { looksRight, field: parsed.error.issues[0]?.path.join('.') ?? null, message: parsed.error.issues[0]?.message ?? 'not valid' }
}

function looksLikeJson(text: string): boolean {
  return text.trimStart().startsWith('{"')
}

const showIdOf = (row: JupiterRow): string => entityId('show', 'jupiter', row.show_slug)

function toShow(row: JupiterRow): ShowDraft {
  return {
    id: showIdOf(row),
    podcastGuid: null,
    title: row.show_name,
    publisher: 'Jupiter Broadcasting',
    feedUrl: null,
    siteUrl: `https://www.jupiterbroadcasting.com/show/${encodeURIComponent(row.show_slug)}/`,
    description: null,
    language: 'en',
    medium: 'podcast',
    categories: [],
    advisory: 'unknown',
    imageUrl: null,
    people: [],
    fundingUrl: null,
  }
}

function toEpisode(row: JupiterRow): EpisodeDraft {
  const number = Number(row.episode)
  return {
    id: entityId('episode', 'jupiter', row.episode_guid),
    showId: showIdOf(row),
    guid: row.episode_guid,
    title: row.title,
    description: row.description || null,
    publishedAt: new Date(row.date),
    durationMs: parseDuration(row.podcast_duration),
    seasonNumber: null,
    episodeNumber: row.episode != null && Number.isFinite(number) && number > 0 ? number : null,
    episodeType: 'full',
    advisory: 'unknown',
    imageUrl: null,
    url: null,
    enclosures: row.podcast_file ? [{ url: row.podcast_file, mimeType: 'audio/mpeg', bytes: row.podcast_bytes ?? null }] : [],
    people: [],
    tags: row.tags,
    chapters: (row.podcast_chapters?.chapters ?? [])
      .filter((chapter) => chapter.toc !== false)
      .map((chapter) => ({
        startMs: Math.round(chapter.startTime * 1_000),
        endMs: chapter.endTime == null ? null : Math.round(chapter.endTime * 1_000),
        title: chapter.title ?? null,
        url: chapter.url ?? null,
        imageUrl: chapter.img ?? null,
      })),
    soundbites: [],
    externalIds: [],
  }
}
