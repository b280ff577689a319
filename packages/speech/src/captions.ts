/** A part of the text and when it is heard, in milliseconds. UTF-16 offsets, end exclusive. */
export interface Passage {
  readonly start: number
  readonly end: number
  readonly fromMs: number
  readonly toMs: number
}

/** The sentences of a text as offsets, white space around them left out (Unicode TR 29). */
export function sentencesOf(text: string, language: string): readonly { readonly start: number; readonly end: number }[] {
  return [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)].flatMap(({ segment, index }) => {
    const words = segment.trim()
    const start = index + segment.indexOf(words)
    return words === '' ? [] : [{ start, end: start + words.length }]
  })
}

/** Shares a duration out among sentences by their length: what is longer takes longer. An estimate. */
export function proportionalPassages(text: string, language: string, durationMs: number): readonly Passage[] {
  const sentences = sentencesOf(text, language)
  const whole = sentences.reduce((sum, { start, end }) => sum + end - start, 0)
  let before = 0
  return sentences.map(({ start, end }) => {
    const fromMs = Math.round((before / whole) * durationMs)
    before += end - start
    return { start, end, fromMs, toMs: Math.round((before / whole) * durationMs) }
  })
}

/** As much as can be read at a glance. */
const MOST_CHARACTERS = 74

/** Captions as WebVTT (W3C, 2019). A long sentence takes several cues, its time shared out among them. */
export function writeCaptions(text: string, passages: readonly Passage[], disclosure: string): string {
  const cues = passages
    .flatMap((passage) => cuesOf(text, passage))
    .map(({ words, fromMs, toMs }) => `${clock(fromMs)} --> ${clock(Math.max(toMs, fromMs + 1))}\n${escape(words)}\n`)
  return `WEBVTT\n\nNOTE ${escape(disclosure)}\n\n${cues.join('\n')}`
}

function cuesOf(text: string, { start, end, fromMs, toMs }: Passage): readonly { readonly words: string; readonly fromMs: number; readonly toMs: number }[] {
  const lines: string[] = []
  for (const word of text.slice(start, end).split(/\s+/u).filter(Boolean)) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= MOST_CHARACTERS) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  const whole = lines.reduce((sum, line) => sum + line.length, 0)
  let before = 0
  return lines.map((words) => {
    const from = fromMs + (before / whole) * (toMs - fromMs)
    before += words.length
    return { words, fromMs: Math.round(from), toMs: Math.round(fromMs + (before / whole) * (toMs - fromMs)) }
  })
}

/** What has a meaning of its own in cue text; an arrow would begin a cue. */
const escape = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const part = (value: number, digits = 2): string => String(Math.floor(value)).padStart(digits, '0')

function clock(ms: number): string {
  return `${part(ms / 3_600_000)}:${part((ms / 60_000) % 60)}:${part((ms / 1_000) % 60)}.${part(ms % 1_000, 3)}`
}
