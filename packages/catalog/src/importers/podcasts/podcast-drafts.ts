import type { EnclosureColumn, PersonColumn } from '@linernotes/database'
import type { Advisory } from '../../entities.js'

/** A show as an importer read it. */
export interface ShowDraft {
  readonly id: string
  readonly podcastGuid: string | null
  readonly title: string
  readonly publisher: string | null
  readonly feedUrl: string | null
  readonly siteUrl: string | null
  readonly description: string | null
  readonly language: string | null
  readonly medium: string
  readonly categories: readonly string[]
  readonly advisory: Advisory
  readonly imageUrl: string | null
  readonly people: readonly PersonColumn[]
  readonly fundingUrl: string | null
}

export interface ChapterDraft {
  readonly startMs: number
  readonly endMs: number | null
  readonly title: string | null
  readonly url: string | null
  readonly imageUrl: string | null
}
export interface SoundbiteDraft {
  readonly startMs: number
  readonly durationMs: number
  readonly title: string | null
}
export interface ExternalIdDraft {
  readonly scheme: string
  readonly value: string
  readonly url: string | null
}

/** An episode as an importer read it. */
export interface EpisodeDraft {
  readonly id: string
  readonly showId: string
  readonly guid: string
  readonly title: string
  readonly description: string | null
  readonly publishedAt: Date | null
  readonly durationMs: number | null
  readonly seasonNumber: number | null
  readonly episodeNumber: number | null
  readonly episodeType: 'full' | 'trailer' | 'bonus'
  readonly advisory: Advisory
  readonly imageUrl: string | null
  readonly url: string | null
  readonly enclosures: readonly EnclosureColumn[]
  readonly people: readonly PersonColumn[]
  readonly tags: readonly string[]
  readonly chapters: readonly ChapterDraft[]
  readonly soundbites: readonly SoundbiteDraft[]
  readonly externalIds: readonly ExternalIdDraft[]
}
