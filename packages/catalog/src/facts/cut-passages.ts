/** A cue, a turn or a passage of a transcript; times in milliseconds, null where there are none. */
export interface SegmentText {
  readonly startMs: number | null
  readonly endMs: number | null
  readonly text: string
  readonly speaker: string | null
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
const FEWEST_WORDS = 6
const MOST_WORDS = 45
/** Cues of one speaker are read together as long as they are short. */
const LONGEST_RUN = 1_200

/** Cuts a transcript into whole sentences, each with who says it and, where all of it is timed, from when to when. */
export function cutPassages(segments: readonly SegmentText[]): SegmentText[] {
  return joinRuns(segments).flatMap(cutRun)
}

interface Run {
  readonly speaker: string | null
  readonly parts: SegmentText[]
}

/** Cues break anywhere: cues of one speaker that follow each other are one run. Turns of a conversation are runs of their own. */
function joinRuns(segments: readonly SegmentText[]): Run[] {
  const runs: Run[] = []
  for (const segment of segments) {
    const last = runs.at(-1)
    const size = last?.parts.reduce((sum, part) => sum + part.text.length, 0) ?? 0
    const goesOn =
      last !== undefined && segment.endMs !== null && last.parts.at(-1)?.endMs !== null && sameVoice(last.speaker, segment.speaker) && size < LONGEST_RUN
    if (goesOn) last.parts.push(segment)
    else runs.push({ speaker: segment.speaker, parts: [segment] })
  }
  return runs
}

/** A cue without a name goes on with whoever spoke; a name starts a new run. */
function sameVoice(current: string | null, next: string | null): boolean {
  return next === null || next === current
}

function cutRun({ speaker, parts }: Run): SegmentText[] {
  const text = parts.map((part) => part.text).join(' ')
  const starts = parts.reduce<number[]>(
    (offsets, part, index) => [...offsets, index === 0 ? 0 : (offsets.at(-1) ?? 0) + (parts[index - 1]?.text.length ?? 0) + 1],
    [],
  )
  const partAt = (offset: number): SegmentText | undefined => parts[starts.findLastIndex((start) => start <= offset)]
  return [...sentences.segment(text)].flatMap(({ segment, index }) => {
    const sentence = segment.trim()
    const words = sentence.split(/\s+/).length
    if (words < FEWEST_WORDS || words > MOST_WORDS) return []
    const first = partAt(index)
    const last = partAt(index + sentence.length - 1)
    // A turn with a time has it for its first words only.
    const startMs = index === 0 || first?.endMs !== null ? (first?.startMs ?? null) : null
    return [{ text: sentence, speaker, startMs, endMs: startMs === null ? null : (last?.endMs ?? null) }]
  })
}
