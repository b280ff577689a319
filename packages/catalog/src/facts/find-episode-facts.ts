import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import type { Episode } from '../entities.js'
import { createEvidence, type Evidence, type EvidenceValue, type Source } from '../evidence.js'
import { findEpisodes } from '../queries/find-episodes.js'
import { findChapters, findSoundbites } from '../queries/find-episode-parts.js'
import { findShows } from '../queries/find-shows.js'
import { findWeightedTags } from '../queries/find-tags.js'
import { findSources } from '../sources.queries.js'
import { clock, position } from './say-duration.js'
import { firstQuotableSentence } from './first-quotable-sentence.js'
import { isKnownSpeaker } from './unconfirmed-names.js'

/** Chapters that every episode has say nothing about this one. */
const dullChapter =
  /^(intro(duction)?|outro|opening|closing|sponsor\b.*|ads?|ad break|welcome|credits|pre-?show|post-?show|housekeeping|feedback|picks?|break|start|end)\W*$/i
/** Whose turn it is, but not who. */
const nameless =
  /^(?:speakers?|voices?|unknown|unidentified|guests?|hosts?|co-?hosts?|audience|announcer|narrator|interviewer|interviewee|caller|everyone|all|both|man|woman|male|female|q|a)\b|\d|\?/i
const MOST_CHAPTERS = 6
const MOST_SPEAKERS = 4

/** What may be said about episodes, each fact with its source; F0, the item itself, first. The number of statements does not depend on how many episodes. */
export async function findEpisodeFacts(db: Kysely<Database>, episodeIds: readonly string[]): Promise<Map<string, Evidence[]>> {
  const episodes = await findEpisodes(db, episodeIds)
  if (episodes.size === 0) return new Map()
  const ids = [...episodes.keys()]
  const shows = await findShows(
    db,
    [...episodes.values()].map((episode) => episode.showId),
  )
  const tags = await findWeightedTags(db, 'episode_tags', ids)
  const chapters = await findChapters(db, ids)
  const soundbites = await findSoundbites(db, ids)
  const speakers = await findSpeakers(db, ids)
  const sources = await findSources(
    db,
    [...episodes.values()].map((episode) => episode.sourceId),
  )

  return new Map(
    [...episodes.values()].map((episode) => {
      const source = sources.get(episode.sourceId) ?? { name: 'unknown', url: null, licence: 'NOASSERTION', retrievedAt: null }
      const say = factsAbout(episode, source)
      const show = shows.get(episode.showId)?.title ?? null
      const facts = [
        say('catalog', 'item', show === null ? `The episode is called “${episode.title}”.` : `“${episode.title}” is an episode of ${show}.`, {
          title: episode.title,
          artist: null,
          show,
        }),
      ]
      for (const { name, role } of episode.people) {
        if (role === 'host' || role === 'guest') facts.push(say('catalog', role, `${name} is a ${role} of “${episode.title}”.`, { name }))
      }
      const people = [...episode.people, ...(shows.get(episode.showId)?.people ?? [])].map(({ name }) => name)
      const heard = (speakers.get(episode.id) ?? []).filter(({ name, isTimed }) => !isTimed || isKnownSpeaker(name, people)).slice(0, MOST_SPEAKERS)
      for (const { name } of heard) facts.push(say('catalog', 'speaker', `${name} speaks in “${episode.title}”.`, { name }))
      const topics = (tags.get(episode.id) ?? []).map(({ tag }) => tag)
      if (topics.length > 0) facts.push(say('catalog', 'episode-tags', `“${episode.title}” is tagged ${topics.join(', ')}.`, { tags: topics }))
      const quote = firstQuotableSentence(episode.description)
      if (quote !== null) facts.push(say('catalog', 'description', `The description of “${episode.title}” says: «${quote}»`, { quote }))
      const worth = (chapters.get(episode.id) ?? []).filter((chapter) => chapter.title !== null && !dullChapter.test(chapter.title))
      for (const { title, startMs } of worth.slice(0, MOST_CHAPTERS))
        facts.push(say('mark', 'chapter', `At ${position(startMs)} a chapter starts: «${title}».`, { title, startMs }))
      for (const { title, startMs, durationMs } of soundbites.get(episode.id) ?? []) {
        facts.push(
          say('mark', 'soundbite', `A soundbite runs from ${position(startMs)} to ${position(startMs + durationMs)}${title === null ? '' : `: «${title}»`}.`, {
            title,
            startMs,
            durationMs,
          }),
        )
      }
      if (episode.publishedAt !== null) {
        const date = episode.publishedAt.toISOString().slice(0, 10)
        facts.push(say('catalog', 'episode-date', `“${episode.title}” was published on ${date}.`, { title: episode.title, date }))
      }
      if (episode.durationMs !== null) {
        facts.push(
          say('catalog', 'episode-length', `“${episode.title}” is ${clock(episode.durationMs)} long.`, {
            title: episode.title,
            durationMs: episode.durationMs,
          }),
        )
      }
      if (episode.episodeNumber !== null && show !== null) {
        facts.push(
          say('catalog', 'episode-number', `“${episode.title}” is number ${episode.episodeNumber} of ${show}.`, {
            show,
            number: episode.episodeNumber,
            season: episode.seasonNumber,
          }),
        )
      }
      return [episode.id, facts]
    }),
  )
}

function factsAbout(episode: Episode, source: Source) {
  return (kind: 'catalog' | 'mark', property: string, statement: string, values: Record<string, EvidenceValue>): Evidence =>
    createEvidence({ kind, property, subjectId: episode.id, subject: episode.title, statement, values, source, episodeId: episode.id })
}

interface Speaker {
  readonly name: string
  /** All turns have an end: a recogniser made them, and may have misheard the name. */
  readonly isTimed: boolean
}

/** Who speaks in the transcripts, most turns first. */
async function findSpeakers(db: Kysely<Database>, episodeIds: readonly string[]): Promise<Map<string, Speaker[]>> {
  const rows = await db
    .selectFrom('transcript_segments')
    .select(['episode_id', 'speaker', sql<number>`count(*)::int`.as('turns'), sql<boolean>`bool_and(end_ms is not null)`.as('is_timed')])
    .where('episode_id', 'in', episodeIds)
    .where('speaker', 'is not', null)
    .groupBy(['episode_id', 'speaker'])
    .orderBy('turns', 'desc')
    .orderBy('speaker')
    .execute()
  const found = new Map<string, Speaker[]>()
  for (const { episode_id: id, speaker, is_timed: isTimed } of rows)
    if (speaker !== null && !nameless.test(speaker)) found.set(id, [...(found.get(id) ?? []), { name: speaker, isTimed }])
  return found
}
