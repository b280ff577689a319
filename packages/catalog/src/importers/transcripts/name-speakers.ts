import type { SegmentDraft } from './transcript-segment.js'

/** "Travis: ", "Nick Sweeting: ": one to three capitalised words and a colon. */
const label = /^(\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,2}): (?=\S)/u
/** Words that stand before a colon and are nobody. */
const nobody =
  /^(?:note|notes|ps|question|answer|q|a|warning|tip|step|example|rule|fact|problem|solution|chapter|part|title|subject|quote|today|tomorrow|so|and|but|well|ok|okay|yes|no|now|first|second|third|finally|again|because|spoiler|http|https)\b/i

/**
 * Who speaks, where captions say it as "Ana: " at the start of a cue: where the first cue begins so, a name comes again, or other cues
 * name their voices. Anything else before a colon is part of what is said. A cue without a name goes on with whoever spoke, unless
 * voices are marked: then it is nobody's.
 */
export function nameSpeakers(cues: readonly SegmentDraft[]): SegmentDraft[] {
  const names = cues.map(({ text, speaker }) => {
    const name = speaker === null ? label.exec(text)?.[1] : undefined
    return name === undefined || nobody.test(name) ? null : name
  })
  const found = names.filter((name) => name !== null)
  const hasVoices = cues.some(({ speaker }) => speaker !== null)
  const isLabelled = hasVoices || (names[0] ?? null) !== null || new Set(found).size < found.length
  if (!isLabelled) return [...cues]
  let current: string | null = null
  return cues.map((cue, index) => {
    const name = names[index] ?? null
    current = name ?? (hasVoices ? null : current)
    return name === null ? { ...cue, speaker: cue.speaker ?? current } : { ...cue, speaker: name, text: cue.text.slice(name.length + 2) }
  })
}
