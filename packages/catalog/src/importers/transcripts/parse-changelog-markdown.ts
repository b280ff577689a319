import { plainMarkdown } from './plain-markdown.js'
import { cleanText } from '../../clean-text.js'
import type { ParsedTranscript, SegmentDraft } from './transcript-segment.js'

/** `**Ana:**`, and `**Break**:` as some write it. */
const turn = /^\*\*([^*\n]{1,80}?)(?::\*\*|\*\*:)\s*/
const marker = /^\\?\[(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?:\.\d+)?\\?\]\s*/
/** A blank line, or a line break before the next turn. */
const paragraphEnd = /\r?\n(?:[ \t]*\r?\n)+|\r?\n(?=\*\*[^*\n]{1,80}(?::\*\*|\*\*:))/
/** What is heard there is no conversation: `**Break:** \[21:25\]`. */
const stageMark =
  /^[\s*]*(?:(?:ad|sponsor|music)? ?break|jingle|intro|outro|music|theme|ads?|sponsors?|sponsor message)[\s*]*(?::[\s*]*(?:\\?\[[\d:.]+\\?\])?\s*(?:to)?\s*(?:\\?\[[\d:.]+\\?\])?)?$/i

/** Whether a text looks like a Changelog transcript. */
export function isChangelogMarkdown(text: string): boolean {
  return text
    .slice(0, 5_000)
    .split('\n')
    .some((line) => turn.test(line))
}

/**
 * Changelog transcripts: a paragraph a turn, `**Speaker:**` in front of each new one, `\[mm:ss\]` where a topic starts
 * (thechangelog/transcripts, README "Conventions"). A paragraph that starts with a time has it; all others have none.
 */
export function parseChangelogMarkdown(text: string): ParsedTranscript {
  const segments: SegmentDraft[] = []
  let speaker: string | null = null
  for (const paragraph of text.split(paragraphEnd).map((part) => part.trim())) {
    const named = turn.exec(paragraph)
    const name = cleanText(named?.[1] ?? '')
    const isStaged = stageMark.test(paragraph) || stageMark.test(name)
    if (isStaged || named !== null) speaker = isStaged || name === '' ? null : name
    if (isStaged) continue
    const spoken = paragraph.slice(named?.[0].length ?? 0)
    const time = marker.exec(spoken)
    const words = plainMarkdown(spoken.slice(time?.[0].length ?? 0))
    if (!/[\p{L}\p{N}]/u.test(words)) continue
    const startMs = time === null ? null : (Number(time[1] ?? 0) * 3_600 + Number(time[2]) * 60 + Number(time[3])) * 1_000
    segments.push({ startMs, endMs: null, text: words, speaker })
  }
  return { segments, problems: [] }
}
