import type { FactValue } from '@linernotes/narrative-sdk'
import { indexOf, lastSlot, onlyName } from '../paraphrase/find-slots.js'
import { maskSentence, type MaskedSentence } from '../paraphrase/mask-sentence.js'
import type { Reading } from '../reading.js'
import type { StatementContext } from './holds.js'
import { readStatement, type StatementLanguage } from './read-statement.js'

/** Nobody says more in one sentence, in characters, or in as many clauses. */
const LONGEST = 600
const MOST_PIECES = 24

/** Where a statement may end. */
const boundary = /[;:()—–,]|\b(?:and|but|while|with|which|who|whom|that|though|although|so|where|when|yet|then)\b/giu
/** What joins a statement to the one before it, and says nothing itself. */
const joint = /^[\s;:()—–,]*(?:and|but|while|with|which|who|whom|that|though|although|so|where|when|yet|then)\b/iu

/**
 * The facts that a sentence rests on which can be cut into statements, each of them read whole and found to be so; null where it cannot. What a
 * statement leaves out ("they", "which") is what was named before it.
 */
export function readSentence(reading: Reading, language: StatementLanguage): readonly string[] | null {
  if (reading.text.length > LONGEST) return null
  const masked = maskSentence(reading)
  const text = masked.text.replace(/[.!\s]+$/u, '')
  const cuts = [...new Set([0, ...Array.from(text.matchAll(boundary), ({ index }) => index), text.length])]
  if (cuts.length > MOST_PIECES) return null
  // What is read up to each cut, from the shortest beginning on.
  const read: (readonly string[] | null)[] = cuts.map((_, index) => (index === 0 ? [] : null))
  for (let end = 1; end < cuts.length; end += 1)
    for (let start = 0; start < end && read[end] === null; start += 1) {
      const before = read[start]
      if (before === null || before === undefined) continue
      const found = readPiece(text.slice(cuts[start], cuts[end]), text.slice(0, cuts[start]), masked, reading, language)
      if (found !== null) read[end] = [...before, ...found]
    }
  const ids = new Set(read.at(-1))
  return read.at(-1) === null || ids.size === 0 ? null : [...ids]
}

function readPiece(piece: string, head: string, masked: MaskedSentence, reading: Reading, language: StatementLanguage): readonly string[] | null {
  const context = contextOf(piece, head, masked, reading)
  const bare = piece.replace(joint, ' ')
  return (
    readStatement(piece, masked.slots, reading.facts, context, language) ??
    (bare === piece ? null : readStatement(bare, masked.slots, reading.facts, context, language))
  )
}

/** Whom or what "they" and "it" stand for is the last of its kind; what is left out is what was named last, whatever it is. */
const pronoun = /\b(?:they|them|their|theirs|it|its|this|that|these)\b/iu

/** Where nobody is named, the item and who made it are meant. */
const itemKeys: Readonly<Record<string, string>> = { A: 'artist', S: 'show', T: 'title' }

function contextOf(piece: string, head: string, masked: MaskedSentence, reading: Reading): StatementContext {
  const first = indexOf(/⟨[@#]\w+⟩/u.exec(piece)?.[0] ?? '')
  const last = masked.slots.get(/⟨@\w+⟩(?=[^⟨]*(?:⟨#[^⟨]*)*$)/u.exec(head)?.[0] ?? '')
  const years = Array.from(head.matchAll(/⟨#[ymd]\d+⟩/gu), ([mark]) => masked.slots.get(mark)?.date?.slice(0, 4) ?? null)
  const relative = /^[,\s]*(?:of )?(?:which|whom|who|whose)\b/iu.test(piece)
  return {
    year: years.at(-1) ?? null,
    isCompilation: [...reading.facts, ...reading.others].some(({ fact }) => fact.property === 'compilation'),
    isMeant: (kinds: string, value: FactValue | undefined): boolean => {
      if (typeof value !== 'string') return false
      if (last !== undefined && (relative || !pronoun.test(piece))) return last.values.includes(value)
      return Array.from(kinds).some((kind) => {
        const named = lastSlot(masked, kind, first) ?? onlyName(reading, kind)
        return named === undefined ? reading.item?.fact.values[itemKeys[kind] ?? ''] === value : named.values.includes(value)
      })
    },
  }
}
