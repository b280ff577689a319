import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { createEvidence, type Evidence, type Source } from '../evidence.js'
import { findEpisodes } from '../queries/find-episodes.js'
import { findSources } from '../sources.queries.js'
import { cutPassages, type SegmentText } from './cut-passages.js'
import { rankPassages } from './rank-passages.js'
import { position } from './say-duration.js'

export interface PassageRequest {
  readonly episodeId: string
  /** What the listener is interested in. */
  readonly terms: readonly string[]
}

/** How much of an episode may be quoted where its end must not be given away. */
const SPOILER_FREE_SHARE = 1 / 3

/** Literal passages of transcripts, best match first, by episode. The number of statements does not depend on how many episodes. */
export async function findTranscriptPassages(
  db: Kysely<Database>,
  requests: readonly PassageRequest[],
  options: { readonly limit: number; readonly spoilerFree: boolean },
): Promise<Map<string, Evidence[]>> {
  if (requests.length === 0) return new Map()
  const ids = [...new Set(requests.map((request) => request.episodeId))]
  const rows = await db
    .selectFrom('transcript_segments')
    .select(['episode_id', 'start_ms', 'end_ms', 'text', 'speaker', 'source_id'])
    .where('episode_id', 'in', ids)
    .orderBy('episode_id')
    .orderBy('position')
    .execute()
  if (rows.length === 0) return new Map()
  const episodes = await findEpisodes(db, ids)
  const sources = await findSources(
    db,
    rows.map((row) => row.source_id),
  )
  const segments = Map.groupBy(rows, (row) => row.episode_id)
  return new Map(
    requests.flatMap(({ episodeId, terms }) => {
      const spoken = segments.get(episodeId)
      const episode = episodes.get(episodeId)
      if (spoken === undefined || episode === undefined) return []
      const all = spoken.map(({ start_ms: startMs, end_ms: endMs, text, speaker }): SegmentText => ({ startMs, endMs, text, speaker }))
      const texts = options.spoilerFree ? beginningOf(all, episode.durationMs) : all
      const source = sources.get(spoken[0]?.source_id ?? '')
      if (source === undefined) return []
      return [[episodeId, rankPassages(cutPassages(texts), terms, options.limit).map((passage) => excerpt(episodeId, episode.title, passage, source))] as const]
    }),
  )
}

/** What is said in the first third: of the time, or, where not everything is timed, of the text. */
function beginningOf(segments: readonly SegmentText[], durationMs: number | null): SegmentText[] {
  const last = Math.max(...segments.slice(-50).map(({ startMs, endMs }) => endMs ?? startMs ?? 0))
  if (segments.every(({ endMs }) => endMs !== null)) {
    const until = Math.min(durationMs ?? last, last) * SPOILER_FREE_SHARE
    return segments.filter(({ endMs }) => endMs !== null && endMs <= until)
  }
  const until = segments.reduce((sum, { text }) => sum + text.length, 0) * SPOILER_FREE_SHARE
  let said = 0
  return segments.filter(({ text }) => (said += text.length) <= until)
}

function excerpt(episodeId: string, title: string, { text, speaker, startMs, endMs }: SegmentText, source: Source): Evidence {
  const when = startMs === null ? '' : ` at ${position(startMs)}`
  return createEvidence({
    kind: 'transcript',
    property: 'transcript',
    subjectId: episodeId,
    subject: title,
    statement: `${speaker ?? 'Somebody'} says in “${title}”${when}: «${text}»`,
    values: { quote: text, speaker, startMs, endMs },
    source,
    episodeId,
  })
}
