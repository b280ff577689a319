import type { Episode, Show } from '../../entities.js'

/** A show as an importer read it. */
export type ShowDraft = Omit<Show, 'sourceId'>

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
export interface EpisodeDraft extends Omit<Episode, 'sourceId'> {
  readonly tags: readonly string[]
  readonly chapters: readonly ChapterDraft[]
  readonly soundbites: readonly SoundbiteDraft[]
  readonly externalIds: readonly ExternalIdDraft[]
}
