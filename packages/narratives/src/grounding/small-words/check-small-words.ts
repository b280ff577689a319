import { maskSentence } from '../paraphrase/mask-sentence.js'
import type { Reading } from '../reading.js'
import type { Guard } from './guard.js'

const breaks = /[,;:()—–.!?]/u

function clauseAround(text: string, start: number, end: number): { clause: string; head: string } {
  let from = start
  while (from > 0 && !breaks.test(text[from - 1] ?? '')) from -= 1
  let until = end
  while (until < text.length && !breaks.test(text[until] ?? '')) until += 1
  return { clause: text.slice(from, until), head: text.slice(from, start) }
}

/** Patterns are not tried on what is longer than a sentence of ours, in characters. */
const LONGEST = 600

/**
 * The words between the mentions say what holds between them: who did it, before or after, one or another, ever or never. Other checks know what
 * must be there; this one knows what may not, whatever the facts are about. Names and quotations are marks by then, so their words are left alone.
 */
export function checkSmallWords(reading: Reading, guards: readonly Guard[]): void {
  const { text, slots } = maskSentence(reading)
  if (text.length > LONGEST) return
  for (const { code, reason, pattern, unless } of guards) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length
      const marks = match[0].match(/⟨[@#]\w+⟩/gu) ?? []
      const context = { reading, ...clauseAround(text, match.index, end), tail: text.slice(end), slots: marks.flatMap((mark) => slots.get(mark) ?? []) }
      if (!unless(context)) reading.refusals.push({ code, reason, start: 0, end: reading.text.length })
    }
  }
}
