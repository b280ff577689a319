import type * as catalog from './catalog.tables.js'
import type * as dj from './dj.tables.js'
import type * as listening from './listening.tables.js'
import type * as podcast from './podcast.tables.js'
import type * as serving from './serving.tables.js'

/** Every table of the platform. `Kysely<Wide>` is not assignable to `Kysely<Slice>`, so there is one interface, here. */
export interface Database {
  sources: catalog.SourceTable
  artists: catalog.ArtistTable
  artist_tags: catalog.ArtistTagTable
  releases: catalog.ReleaseTable
  release_artists: catalog.ReleaseArtistTable
  release_tags: catalog.ReleaseTagTable
  tracks: catalog.TrackTable
  track_artists: catalog.TrackArtistTable
  track_isrcs: catalog.TrackIsrcTable
  track_tags: catalog.TrackTagTable
  external_ids: catalog.ExternalIdTable
  facts: catalog.FactTable

  shows: podcast.ShowTable
  episodes: podcast.EpisodeTable
  episode_tags: podcast.EpisodeTagTable
  chapters: podcast.ChapterTable
  soundbites: podcast.SoundbiteTable
  transcript_segments: podcast.TranscriptSegmentTable
  feeds: podcast.FeedTable

  listeners: listening.ListenerTable
  listens: listening.ListenTable
  feedback: listening.FeedbackTable

  evidence: serving.EvidenceTable
  recommendations: serving.RecommendationTable
  narratives: serving.NarrativeTable
  narrative_usage: serving.NarrativeUsageTable
  narrative_servings: serving.NarrativeServingTable
  narrative_generations: serving.NarrativeGenerationTable
  narrative_recalls: serving.NarrativeRecallTable
  narrative_runs: serving.NarrativeRunTable
  narrative_reservations: serving.NarrativeReservationTable
  narrative_run_listeners: serving.NarrativeRunListenerTable
  imports: serving.ImportTable
  data_version: serving.DataVersionTable

  dj_servers: dj.DjServerTable
  dj_sessions: dj.DjSessionTable
  dj_segments: dj.DjSegmentTable
  dj_events: dj.DjEventTable
}
