import { parseText } from './captions-library.js'
import { convert } from 'html-to-text'
import { cleanText } from '../../clean-text.js'
import { LARGEST_INTEGER } from '../../files/field-schema.js'
import { nameSpeakers } from './name-speakers.js'
import type { ParsedTranscript, SegmentDraft } from './transcript-segment.js'

/** SubRip or WebVTT. Markup and entities are resolved; who speaks is taken from `<v Name>` or from "Name: " at the start of a cue. */
export async function parseCaptions(text: string, type: 'srt' | 'vtt'): Promise<ParsedTranscript> {
  const { cues, errors } = await parseText(type === 'vtt' ? withHours(text) : text, { type, errors: true })
  const segments: SegmentDraft[] = []
  const problems: { line: number | null; message: string }[] = errors.map((error) => ({ line: error.line, message: error.message }))
  for (const cue of cues) {
    const startMs = Math.round(cue.startTime * 1_000)
    const endMs = Math.round(cue.endTime * 1_000)
    const voices = splitVoices(cue.text).filter((voice) => voice.text !== '')
    if (voices.length === 0) continue
    if (!(startMs >= 0 && startMs <= LARGEST_INTEGER && endMs >= startMs && endMs <= LARGEST_INTEGER)) {
      problems.push({ line: null, message: `a cue from ${cue.startTime} s to ${cue.endTime} s cannot be` })
      continue
    }
    for (const voice of voices) segments.push({ startMs, endMs, ...voice })
  }
  return { segments: nameSpeakers(segments), problems }
}

/** Whisper writes MM:SS.mmm, which WebVTT allows and media-captions does not read everywhere. */
function withHours(text: string): string {
  return text.replaceAll(/^.*-->.*$/gm, (line) => line.replaceAll(/(^|\s)(\d{2}:\d{2}\.\d{3})(?=\s|$)/g, '$100:$2'))
}

interface Voice {
  readonly speaker: string | null
  readonly text: string
}

/** A cue may hold several voices; what stands before the first is nobody's. */
function splitVoices(cue: string): Voice[] {
  const [before = '', ...spoken] = cue.split(/<v(?=[.\s])/)
  const named = spoken.map((part) => {
    const [, name = '', words = ''] = /^(?:\.[^\s>]*)?\s+([^>]*)>([\s\S]*)$/.exec(part) ?? ['', '', part]
    return { speaker: plain(name) || null, text: plain(words) }
  })
  return [{ speaker: null, text: plain(before) }, ...named]
}

function plain(html: string): string {
  if (!/[<&]/.test(html)) return cleanText(html)
  return cleanText(convert(html.replaceAll('\n', ' '), { wordwrap: false, selectors: [{ selector: 'a', options: { ignoreHref: true } }] }))
}
