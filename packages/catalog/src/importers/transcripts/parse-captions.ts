import { parseText } from './captions-library.js'
import { convert } from 'html-to-text'
import { cleanText } from '../../clean-text.js'
import { LARGEST_INTEGER } from '../../files/field-schema.js'
import type { ParsedTranscript, SegmentDraft } from './transcript-segment.js'

/** "Travis: ", "Nick Sweeting: ": one to three capitalised words and a colon. */
const spokenBy = /^(\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,2}): (?=\S)/u

/** SubRip or WebVTT. Markup and entities are resolved; who speaks is taken from `<v Name>` or from "Name: " at the start of a cue. */
export async function parseCaptions(text: string, type: 'srt' | 'vtt'): Promise<ParsedTranscript> {
  const { cues, errors } = await parseText(type === 'vtt' ? withHours(text) : text, { type, errors: true })
  const segments: SegmentDraft[] = []
  const problems: { line: number | null; message: string }[] = errors.map((error) => ({ line: error.line, message: error.message }))
  for (const cue of cues) {
    const startMs = Math.round(cue.startTime * 1_000)
    const endMs = Math.round(cue.endTime * 1_000)
    const voice = /^\s*<v(?:\.[^ >]*)?\s+([^>]+)>/.exec(cue.text)?.[1]
    const words = plain(cue.text)
    if (words === '') continue
    if (!(startMs >= 0 && startMs <= LARGEST_INTEGER && endMs >= startMs && endMs <= LARGEST_INTEGER)) {
      problems.push({ line: null, message: `a cue from ${cue.startTime} s to ${cue.endTime} s cannot be` })
      continue
    }
    const named = spokenBy.exec(words)
    const speaker = voice === undefined ? (named?.[1] ?? null) : plain(voice) || null
    segments.push({ startMs, endMs, text: voice === undefined && named !== null ? words.slice(named[0].length) : words, speaker })
  }
  return { segments, problems }
}

/** Whisper writes MM:SS.mmm, which WebVTT allows and media-captions does not read everywhere. */
function withHours(text: string): string {
  return text.replaceAll(/(^|\s)(\d{2}:\d{2}\.\d{3})(?=\s|$)/gm, '$100:$2')
}

function plain(html: string): string {
  return cleanText(convert(html.replaceAll('\n', ' '), { wordwrap: false, selectors: [{ selector: 'a', options: { ignoreHref: true } }] }))
}
