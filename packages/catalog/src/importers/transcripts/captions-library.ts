import * as mediaCaptions from 'media-captions'

interface Cue {
  readonly startTime: number
  readonly endTime: number
  readonly text: string
}

/** What we use of media-captions. Its own types do not resolve under nodenext (imports without extensions), so they are restated here. */
interface CaptionsLibrary {
  parseText(
    text: string,
    options: { readonly type: 'srt' | 'vtt'; readonly errors: boolean },
  ): Promise<{ readonly cues: readonly Cue[]; readonly errors: readonly { readonly line: number; readonly message: string }[] }>
}

export const { parseText } = mediaCaptions as unknown as CaptionsLibrary
