/** A cue or a turn as an importer read it; times in milliseconds, null where the transcript has none. */
export interface SegmentDraft {
  readonly startMs: number | null
  readonly endMs: number | null
  readonly text: string
  readonly speaker: string | null
}

export interface ParsedTranscript {
  readonly segments: readonly SegmentDraft[]
  readonly problems: readonly { readonly line: number | null; readonly message: string }[]
}
