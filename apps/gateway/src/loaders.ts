import {
  findArtists,
  findChapters,
  findEpisodes,
  findExternalIds,
  findIsrcs,
  findReleases,
  findShows,
  findSoundbites,
  findSources,
  findTracks,
  findWeightedTags,
  transcriptPages,
  type Evidence,
  type Page,
  type PageRequest,
  type TimeRange,
  type TranscriptSegment,
} from '@linernotes/catalog'
import { findListenerLocales, readTastes } from '@linernotes/listening'
import { findEvidence, findRecommendations, type BriefSubject, type NarrateOutcome, type NarrativeRequestOptions, type Platform } from '@linernotes/serving'
import { findNarrativesById } from '@linernotes/narratives'
import DataLoader from 'dataloader'
import { batch, batchLists, batchPages, type PageLoader } from './graph/batch.js'

export type Loaders = ReturnType<typeof createLoaders>

/** One loader for each kind of thing, made anew for each request: what a list asks for one by one is fetched in one statement. */
export function createLoaders(platform: Platform, signal: AbortSignal) {
  const { db } = platform.database
  const evidence = batch((ids) => findEvidence(db, ids))
  const byOptions = new Map<string, DataLoader<BriefSubject, NarrateOutcome>>()
  const pages = new Map<string, unknown>()
  return {
    artists: batch((ids) => findArtists(db, ids)),
    releases: batch((ids) => findReleases(db, ids)),
    tracks: batch((ids) => findTracks(db, ids)),
    shows: batch((ids) => findShows(db, ids)),
    episodes: batch((ids) => findEpisodes(db, ids)),
    sources: batch((ids) => findSources(db, ids)),
    isrcs: batchLists((ids) => findIsrcs(db, ids)),
    externalIds: batchLists((ids) => findExternalIds(db, ids)),
    trackTags: batchLists((ids) => findWeightedTags(db, 'track_tags', ids)),
    artistTags: batchLists((ids) => findWeightedTags(db, 'artist_tags', ids)),
    chapters: batchLists((ids) => findChapters(db, ids)),
    soundbites: batchLists((ids) => findSoundbites(db, ids)),
    tastes: batch((ids) => readTastes(db, ids, { now: platform.now })),
    locale: batch((ids) => findListenerLocales(db, ids)),
    recommendations: batch((ids) => findRecommendations(db, ids)),
    narratives: batch((ids) => findNarrativesById(db, ids)),
    providers: batch(async () => new Map((await platform.narrator.providers({ signal })).map((status) => [status.key, status]))),
    evidence: {
      load: (id: string): Promise<Evidence | null> => evidence.load(id),
      loadKnown: async (ids: readonly string[]): Promise<readonly Evidence[]> =>
        (await Promise.all(ids.map((id) => evidence.load(id)))).filter((fact) => fact !== null),
    },
    /** Pages of lists: one loader for each list and page size. */
    page<Value>(list: string, { first, after }: PageRequest, find: (ids: readonly string[]) => Promise<ReadonlyMap<string, Page<Value>>>): PageLoader<Value> {
      const key = JSON.stringify([list, first, after])
      const loader = (pages.get(key) as PageLoader<Value> | undefined) ?? batchPages(find)
      pages.set(key, loader)
      return loader
    },
    /** Pages of transcripts; null: there is none. */
    transcript(range: TimeRange, page: PageRequest): DataLoader<string, Page<TranscriptSegment> | null> {
      const key = JSON.stringify(['transcript', range, page])
      const loader = (pages.get(key) as DataLoader<string, Page<TranscriptSegment> | null> | undefined) ?? batch((ids) => transcriptPages(db, ids, range, page))
      pages.set(key, loader)
      return loader
    },
    /** Narratives of one list are written together: in its order, and without repeating each other. */
    narrative(options: NarrativeRequestOptions): DataLoader<BriefSubject, NarrateOutcome> {
      const key = JSON.stringify(options)
      const known = byOptions.get(key)
      if (known !== undefined) return known
      const loader = new DataLoader<BriefSubject, NarrateOutcome>(async (subjects) => [...(await platform.narrate(subjects, options, signal))], {
        cache: false,
      })
      byOptions.set(key, loader)
      return loader
    },
  }
}
