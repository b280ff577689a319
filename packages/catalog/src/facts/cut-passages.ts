import { splitSentences } from './split-sentences.js'

/** A cue, a turn or a passage of a transcript; times in milliseconds, null where there are none. */
export interface SegmentText {
  readonly startMs: number | null
  readonly endMs: number | null
  readonly text: string
  readonly speaker: string | null
}

/** One or more whole sentences that follow each other in one mouth. */
export interface Passage extends SegmentText {
  /** Its sentences, counted through the whole transcript: passages that share one overlap. */
  readonly firstSentence: number
  readonly lastSentence: number
  /** How much of the text comes before it, and before its end, 0 to 1. */
  readonly position: number
  readonly endPosition: number
  /** What is said right before and right after it, and the passage itself. */
  readonly context: string
  /** Of a recogniser that writes no sentences: begun and ended at pauses. */
  readonly isCutAtPauses?: true
}

const FEWEST_WORDS = 6
const MOST_WORDS = 45
/** What follows a sentence may belong to the passage, as long as it can be read in one breath. */
const MOST_SENTENCES = 3
const MOST_WORDS_TOGETHER = 32
/** "Yeah." behind a sentence adds nothing to it. */
const FEWEST_WORDS_BEHIND = 4
/** Cues of one speaker are read together until a sentence ends after so many characters, or at the latest after three times as many. */
const LONGEST_RUN = 1_200
/** After a longer silence something else begins. */
const LONGEST_PAUSE_MS = 5_000

/**
 * Cuts a transcript into passages of one to three whole sentences, one for every sentence to begin with, each with who says it and, where all of it is timed, from when
 * to when.
 */
export function cutPassages(segments: readonly SegmentText[]): Passage[] {
  const length = Math.max(
    1,
    segments.reduce((sum, { text }) => sum + text.length + 1, 0),
  )
  let sentences = 0
  let before = 0
  return joinRuns(segments).flatMap((run) => {
    const cut = cutRun(run, sentences, (offset) => (before + offset) / length)
    sentences += cut.sentences
    before += run.size + run.parts.length
    return cut.passages
  })
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

function cutRun({ speaker, parts }: Run, number: number, positionOf: (offset: number) => number): { passages: Passage[]; sentences: number } {
  const starts: number[] = []
  let length = 0
  for (const { text } of parts) {
    starts.push(length)
    length += text.length + 1
  }
  const joined = parts.map((part) => part.text).join(' ')
  const partAt = (offset: number): SegmentText | undefined => parts[starts.findLastIndex((start) => start <= offset)]
  const sentences = splitSentences(joined).map(({ text, start }) => ({ text, start, end: start + text.length, words: countWords(text) }))
  const passages = sentences.flatMap(({ start, words, text }, index) => {
    if (words < FEWEST_WORDS || words > MOST_WORDS) return []
    const lasts = [index]
    for (let last = index + 1, total = words; last < Math.min(sentences.length, index + MOST_SENTENCES); last++) {
      const next = sentences[last]?.words ?? 0
      total += next
      if (next < FEWEST_WORDS_BEHIND || total > MOST_WORDS_TOGETHER) break
      lasts.push(last)
    }
    const context = [sentences[index - 1]?.text ?? '', text, sentences[index + 1]?.text ?? ''].join(' ')
    return lasts.map((last) => {
      const end = sentences[last]?.end ?? 0
      // A turn with a time has it for its first words only.
      const first = partAt(start)
      const startMs = start === 0 || first?.endMs !== null ? (first?.startMs ?? null) : null
      const endMs = startMs === null ? null : (partAt(end - 1)?.endMs ?? null)
      const place = { firstSentence: number + index, lastSentence: number + last, position: positionOf(start), endPosition: positionOf(end) }
      return { text: joined.slice(start, end), speaker, startMs, endMs, context, ...place }
    })
  })
  return { passages, sentences: sentences.length }
}

/** Words of text whose white space is folded. */
export function countWords(text: string): number {
  let words = 1
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) words++
  return words
}
