import { cleanText } from '../../clean-text.js'
import type { ParsedTranscript, SegmentDraft } from './transcript-segment.js'

const turn = /^\*\*([^*]{1,80}?):\*\*\s*/
const marker = /^\\?\[(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?:\.\d+)?\\?\]\s*/

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
  for (const paragraph of text.split(/\r?\n\s*\r?\n/)) {
    const named = turn.exec(paragraph)
    if (named !== null) speaker = cleanText(named[1] ?? '') || null
    const spoken = paragraph.slice(named?.[0].length ?? 0)
    const time = marker.exec(spoken)
    const words = plainMarkdown(spoken.slice(time?.[0].length ?? 0))
    if (words === '') continue
    const startMs = time === null ? null : (Number(time[1] ?? 0) * 3_600 + Number(time[2]) * 60 + Number(time[3])) * 1_000
    segments.push({ startMs, endMs: null, text: words, speaker })
  }
  return { segments, problems: [] }
}

/** Words without the marks of Markdown: links keep their text, stage directions such as [laughs] and times in the middle go. */
export function plainMarkdown(text: string): string {
  return cleanText(
    text
      .replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '')
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replaceAll(/\\?\[[^\][]{0,60}\\?\]/g, ' ')
      .replaceAll(/\\([\\`*_{}[\]()#+\-.!~>|])/g, '$1')
      .replaceAll(/(\*\*|__)(?=\S)([\s\S]*?\S)\1/g, '$2')
      .replaceAll(/(?<![\p{L}\p{N}])([*_])(?=\S)([^*_]*\S)\1(?![\p{L}\p{N}])/gu, '$2')
      .replaceAll('`', ''),
  )
}
