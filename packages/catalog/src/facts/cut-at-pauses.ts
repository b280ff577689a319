import { countWords, type Passage, type SegmentText } from './cut-passages.js'

/** Fewer ends of sentences than one in so many words: a recogniser that writes none. */
const WORDS_WITHOUT_END = 80
const FEWEST_WORDS = 8
const MOST_WORDS = 26
/** Somebody took breath. */
const PAUSE_MS = 250
/** After a longer silence something else begins. */
const LONGEST_PAUSE_MS = 5_000

/** Nothing that is said begins with one of these, unless it goes on from something. */
const goesOn = new Set(
  `and but so or because then yeah yes no okay ok right well oh um uh it he she they this that those these which it's that's he's she's they're there than as of
  to from with without into onto at by in on for about like who whom whose what where why how is are was were be been being am do does did has have had can could will would shall
  should may might must not just also too even still already actually basically anyway again maybe i'm hello hi hey welcome thanks let's here's them him her us me`.split(
    /\s+/u,
  ),
)
/** Nothing that is said ends with one of these. */
const leadsOn = new Set(
  `a an the and but so or because that which who whom whose what where when why how if than as of to from with without into onto at by in on for about like is are was were be
  been being am do does did has have had can could will would shall should may might must not i you we they he she my your our their his its this these those very really just also
  more most some any every each no um uh kind sort gonna wanna i'm we're you're they're it's that's there's don't can't won't didn't doesn't isn't aren't wasn't`.split(
    /\s+/u,
  ),
)
const hesitation = /\b(?:um+|uh+|er+m?|you know|i mean|sort of|kind of|blah)\b/iu

/** Whether a transcript is a recogniser's that writes neither stops nor capitals. */
export function isUnpunctuated(segments: readonly SegmentText[]): boolean {
  const words = segments.reduce((sum, { text }) => sum + countWords(text), 0)
  const ends = segments.reduce((sum, { text }) => sum + (text.match(/\p{L}[.!?](?:\s|$)/gu)?.length ?? 0), 0)
  return words >= WORDS_WITHOUT_END && ends * WORDS_WITHOUT_END < words
}

interface Cue extends SegmentText {
  readonly words: number
  /** Of the text that comes before it. */
  readonly offset: number
  /** What comes next comes after a pause, in another mouth, or not at all. */
  readonly isBeforePause: boolean
}

/**
 * Cuts a transcript without sentences where its speakers pause, or, where cues follow each other without a gap, where cues end: runs of whole
 * cues in one mouth that neither begin nor end in the middle of something, as far as their first and last words tell.
 */
export function cutAtPauses(segments: readonly SegmentText[]): Passage[] {
  const cues = toCues(segments)
  const length = Math.max(1, (cues.at(-1)?.offset ?? 0) + (cues.at(-1)?.text.length ?? 0))
  const pauses = cues.filter((cue) => cue.isBeforePause).length
  // A recogniser that never leaves a gap tells nothing of pauses.
  const isEdge = (index: number): boolean => index < 0 || pauses * 20 < cues.length || cues[index]?.isBeforePause === true
  return cues.flatMap((first, index) => {
    if (!isEdge(index - 1)) return []
    const found: Passage[] = []
    for (let last = index, words = 0; last < cues.length; last++) {
      const cue = cues[last]
      if (cue === undefined || (last > index && breaksOff(cues[last - 1], cue))) break
      words += cue.words
      if (words > MOST_WORDS) break
      if (words < FEWEST_WORDS || !isEdge(last)) continue
      const text = textOf(cues, index, last)
      if (!readsWell(text)) continue
      const place = { firstSentence: index, lastSentence: last, position: first.offset / length, endPosition: (cue.offset + cue.text.length) / length }
      const context = textOf(cues, Math.max(0, index - 2), Math.min(cues.length - 1, last + 2))
      found.push({ text, speaker: first.speaker, startMs: first.startMs, endMs: cue.endMs, context, ...place, isCutAtPauses: true })
    }
    return found
  })
}

function toCues(segments: readonly SegmentText[]): readonly Cue[] {
  let offset = 0
  return segments.map((segment, index) => {
    const next = segments[index + 1]
    const cue = {
      ...segment,
      words: countWords(segment.text),
      offset,
      isBeforePause: next === undefined || gapBetween(segment, next) >= PAUSE_MS || next.speaker !== segment.speaker,
    }
    offset += segment.text.length + 1
    return cue
  })
}

const gapBetween = (one: SegmentText, next: SegmentText): number => (one.endMs === null || next.startMs === null ? 0 : next.startMs - one.endMs)

const breaksOff = (one: Cue | undefined, next: Cue): boolean => one === undefined || one.speaker !== next.speaker || gapBetween(one, next) > LONGEST_PAUSE_MS

const textOf = (cues: readonly Cue[], from: number, to: number): string =>
  cues
    .slice(from, to + 1)
    .map(({ text }) => text)
    .join(' ')

function readsWell(text: string): boolean {
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}'-]+/gu) ?? []
  return !goesOn.has(words[0] ?? '') && !leadsOn.has(words.at(-1) ?? '') && !hesitation.test(text)
}
