import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { createEvidence, type Evidence, type Source } from '../evidence.js'
import type { Episode } from '../entities.js'
import { findChapters } from '../queries/find-episode-parts.js'
import { findEpisodes } from '../queries/find-episodes.js'
import { findShows } from '../queries/find-shows.js'
import { findSources } from '../sources.queries.js'
import { cutAtPauses, isUnpunctuated } from './cut-at-pauses.js'
import { cutPassages, type Passage, type SegmentText } from './cut-passages.js'
import { rankPassages } from './rank-passages.js'
import { position } from './say-duration.js'
import { checkNames, isMachineMade, type NameCheck } from './unconfirmed-names.js'

export interface PassageRequest {
  readonly episodeId: string
  /** What the listener is interested in. */
  readonly terms: readonly string[]
  /** Of these, what is told: up to half of the passages are kept for it. */
  readonly foremost?: string | null
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
  const written = await namesOf(db, episodes)
  const segments = Map.groupBy(rows, (row) => row.episode_id)
  return new Map(
    requests.flatMap(({ episodeId, terms, foremost }) => {
      const spoken = segments.get(episodeId)
      const episode = episodes.get(episodeId)
      if (spoken === undefined || episode === undefined) return []
      const all = spoken.map(({ start_ms: startMs, end_ms: endMs, text, speaker }): SegmentText => ({ startMs, endMs, text, speaker }))
      const source = sources.get(spoken[0]?.source_id ?? '')
      if (source === undefined) return []
      // A recogniser's names are not repeated; the names that people typed are.
      const names = isMachineMade(all) ? written.get(episodeId) : undefined
      const isEarly = options.spoilerFree ? beginningOf(all, episode.durationMs) : () => true
      const cut = isUnpunctuated(all) ? cutAtPauses(all) : cutPassages(all)
      const passages = cut.filter((passage) => isEarly(passage) && (names === undefined || isConfirmed(passage, names)))
      const heard = (passage: Passage): Passage =>
        passage.speaker === null || names?.isKnown(passage.speaker) !== false ? passage : { ...passage, speaker: null }
      const ranked = rankFor(passages, terms, foremost ?? null, options.limit)
      return [[episodeId, ranked.map((passage) => excerpt(episodeId, episode.title, heard(passage), source))] as const]
    }),
  )
}

/** Whether no name in it is a recogniser's own. */
function isConfirmed({ text, isCutAtPauses }: Passage, names: NameCheck): boolean {
  return names.unconfirmed(text).length === 0 && (isCutAtPauses === undefined || names.misheard(text).length === 0)
}

/** The best for all terms, and among them enough for the foremost one: a topic that much is said about leaves it no room otherwise. */
function rankFor(passages: readonly Passage[], terms: readonly string[], foremost: string | null, limit: number): readonly Passage[] {
  if (foremost === null || terms.length < 2) return rankPassages(passages, terms, limit)
  const first = rankPassages(passages, [foremost], Math.ceil(limit / 2))
  const taken = (passage: Passage): boolean => first.some((other) => other.firstSentence <= passage.lastSentence && passage.firstSentence <= other.lastSentence)
  return [...first, ...rankPassages(passages, terms, limit).filter((passage) => !taken(passage))].slice(0, limit)
}

/** Whether a passage ends within the first third: of the time, or, where not everything is timed, of the text. */
function beginningOf(segments: readonly SegmentText[], durationMs: number | null): (passage: Passage) => boolean {
  if (segments.some(({ endMs }) => endMs === null)) return ({ endPosition }) => endPosition <= SPOILER_FREE_SHARE
  const last = Math.max(...segments.slice(-50).map(({ endMs }) => endMs ?? 0))
  const until = Math.min(durationMs ?? last, last) * SPOILER_FREE_SHARE
  return ({ endMs }) => endMs !== null && endMs <= until
}

/** What people wrote about each episode, against which the names of a recogniser are checked. */
async function namesOf(db: Kysely<Database>, episodes: ReadonlyMap<string, Episode>): Promise<Map<string, NameCheck>> {
  const chapters = await findChapters(db, [...episodes.keys()])
  const shows = await findShows(
    db,
    [...episodes.values()].map((episode) => episode.showId),
  )
  return new Map(
    [...episodes.values()].map(({ id, title, description, people, showId }) => {
      const show = shows.get(showId)
      const persons = [...people, ...(show?.people ?? [])].map(({ name }) => name)
      const written = [title, description, show?.title, show?.description, ...(chapters.get(id) ?? []).map((chapter) => chapter.title), ...persons]
      return [
        id,
        checkNames(
          written.filter((text) => text !== null && text !== undefined),
          persons,
        ),
      ] as const
    }),
  )
}

function excerpt(episodeId: string, title: string, { text, speaker, startMs, endMs, position: place, isCutAtPauses }: Passage, source: Source): Evidence {
  const when = startMs === null ? '' : ` at ${position(startMs)}`
  return createEvidence({
    kind: 'transcript',
    property: 'transcript',
    subjectId: episodeId,
    subject: title,
    statement: `${speaker ?? 'Somebody'} says in “${title}”${when}: «${text}»`,
    values: { quote: text, speaker, startMs, endMs, position: Math.round(place * 1000) / 1000, ...(isCutAtPauses && { cutAt: 'pauses' }) },
    source,
    episodeId,
  })
}
