import { z } from 'zod'
import { cleanText } from '../../clean-text.js'
import { LARGEST_INTEGER } from '../../files/field-schema.js'
import type { ParsedTranscript, SegmentDraft } from './transcript-segment.js'

const seconds = z
  .number()
  .nonnegative()
  .max(LARGEST_INTEGER / 1_000)
const segment = z.object({ startTime: seconds, endTime: seconds.nullish(), body: z.string(), speaker: z.string().nullish() })

/** Podcasting 2.0 JSON transcripts (namespace, transcripts/transcripts.md); null: it is none. */
export function parseTranscriptJson(text: string): ParsedTranscript | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  const outer = z.object({ segments: z.array(z.unknown()) }).safeParse(value)
  if (!outer.success) return null
  const segments: SegmentDraft[] = []
  const problems: { line: number | null; message: string }[] = []
  for (const [index, item] of outer.data.segments.entries()) {
    const parsed = segment.safeParse(item)
    if (!parsed.success) {
      problems.push({
        line: index + 1,
        message: `segment ${index + 1}: ${parsed.error.issues[0]?.path.join('.') ?? ''} ${parsed.error.issues[0]?.message ?? 'not valid'}`,
      })
      continue
    }
    const { startTime, endTime, body, speaker } = parsed.data
    if (endTime != null && endTime < startTime) {
      problems.push({ line: null, message: `segment ${index + 1}: it ends before it starts` })
      continue
    }
    const words = cleanText(body)
    if (words !== '')
      segments.push({
        startMs: Math.round(startTime * 1_000),
        endMs: endTime == null ? null : Math.round(endTime * 1_000),
        text: words,
        speaker: cleanText(speaker ?? '') || null,
      })
  }
  return { segments: joinWords(segments), problems }
}

/** Some transcripts are timed word by word: words of one speaker are joined until a sentence ends. */
function joinWords(segments: readonly SegmentDraft[]): SegmentDraft[] {
  const joined: SegmentDraft[] = []
  for (const next of segments) {
    const last = joined.at(-1)
    const goesOn = last !== undefined && last.speaker === next.speaker && !/\s/.test(next.text) && !/[.!?]["”’]?$/.test(last.text) && last.text.length < 400
    if (goesOn) joined[joined.length - 1] = { ...last, text: `${last.text} ${next.text}`, endMs: next.endMs }
    else joined.push(next)
  }
  return joined
}
