import { splitSentences } from './split-sentences.js'

/** A cue, a turn or a passage of a transcript; times in milliseconds, null where there are none. */
export interface SegmentText {
  readonly startMs: number | null
  readonly endMs: number | null
  readonly text: string
  readonly speaker: string | null
}

const FEWEST_WORDS = 6
const MOST_WORDS = 45
/** Cues of one speaker are read together until a sentence ends after so many characters, or at the latest after three times as many. */
const LONGEST_RUN = 1_200
/** After a longer silence something else begins. */
const LONGEST_PAUSE_MS = 5_000

/** Cuts a transcript into whole sentences, each with who says it and, where all of it is timed, from when to when. */
export function cutPassages(segments: readonly SegmentText[]): SegmentText[] {
  return joinRuns(segments).flatMap(cutRun)
}

interface Run {
  readonly speaker: string | null
  readonly parts: SegmentText[]
  size: number
}

/** Cues break anywhere: cues of one speaker that follow each other are one run. Turns of a conversation are runs of their own. */
function joinRuns(segments: readonly SegmentText[]): Run[] {
  const runs: Run[] = []
  for (const segment of segments) {
    const run = runs.at(-1)
    if (run !== undefined && goesOn(run, segment)) {
      run.parts.push(segment)
      run.size += segment.text.length
    } else runs.push({ speaker: segment.speaker, parts: [segment], size: segment.text.length })
  }
  return runs
}

function goesOn(run: Run, next: SegmentText): boolean {
  const last = run.parts.at(-1)
  if (last === undefined || last.endMs === null || next.startMs === null || next.endMs === null || next.speaker !== run.speaker) return false
  if (next.startMs < (last.startMs ?? 0) || next.startMs - last.endMs > LONGEST_PAUSE_MS) return false
  return run.size < LONGEST_RUN || (run.size < 3 * LONGEST_RUN && !/[.!?]["”’]?$/.test(last.text))
}

function cutRun({ speaker, parts }: Run): SegmentText[] {
  const starts: number[] = []
  let length = 0
  for (const { text } of parts) {
    starts.push(length)
    length += text.length + 1
  }
  const partAt = (offset: number): SegmentText | undefined => parts[starts.findLastIndex((start) => start <= offset)]
  return splitSentences(parts.map((part) => part.text).join(' ')).flatMap(({ text, start }) => {
    const words = countWords(text)
    if (words < FEWEST_WORDS || words > MOST_WORDS) return []
    const first = partAt(start)
    const last = partAt(start + text.length - 1)
    // A turn with a time has it for its first words only.
    const startMs = start === 0 || first?.endMs !== null ? (first?.startMs ?? null) : null
    return [{ text, speaker, startMs, endMs: startMs === null ? null : (last?.endMs ?? null) }]
  })
}

/** Words of text whose white space is folded. */
export function countWords(text: string): number {
  let words = 1
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) words++
  return words
}
