import type { FactValue } from '@linernotes/narrative-sdk'
import { tagKey } from '../fact-index.js'
import { indexOf, lastSlot, onlyName } from '../paraphrase/find-slots.js'
import { maskSentence, type MaskedSentence } from '../paraphrase/mask-sentence.js'
import type { Reading } from '../reading.js'
import type { GroundedClaim } from '../verdict.js'
import type { Connectives } from './connectives.js'
import { readStatement, type StatementLanguage } from './read-statement.js'
import type { StatementContext } from './statement-context.js'

/** Nobody says more in one sentence, in characters, or in as many clauses. */
const LONGEST = 600
const MOST_PIECES = 24

/** A piece of a masked sentence, and the facts that it says; none: it states nothing. */
interface ReadPiece {
  readonly start: number
  readonly end: number
  readonly factIds: readonly string[]
}

/**
 * What a sentence rests on, piece by piece, which can be cut into statements, each of them read whole and found to be so; null where it cannot. What a
 * statement leaves out ("they", "which") is what was named before it.
 */
export function readSentence(reading: Reading, language: StatementLanguage): readonly GroundedClaim[] | null {
  // A quotation that nobody closes is the stump of a text.
  if (reading.text.length > LONGEST || reading.unclosed !== null) return null
  const masked = maskSentence(reading)
  const text = masked.text.replace(/[.!\s]+$/u, '')
  const cuts = [...new Set([0, ...Array.from(text.matchAll(language.connectives.boundary), ({ index }) => index), text.length])]
  if (cuts.length > MOST_PIECES) return null
  // What is read up to each cut, from the shortest beginning on.
  const read: (readonly ReadPiece[] | null)[] = cuts.map((_, index) => (index === 0 ? [] : null))
  for (let last = 1; last < cuts.length; last += 1)
    for (let first = 0; first < last && read[last] === null; first += 1) {
      const before = read[first]
      if (before === null || before === undefined) continue
      const [start, end] = [cuts[first]!, cuts[last]!]
      const factIds = readPiece(text.slice(start, end), text.slice(0, start), masked, reading, language)
      if (factIds !== null) read[last] = [...before, { start, end, factIds }]
    }
  const pieces = read.at(-1) ?? null
  return pieces?.some(({ factIds }) => factIds.length > 0) === true ? claimsOf(pieces, masked, reading.text) : null
}

/** The pieces where they stand in the sentence. What states nothing belongs to what it leads to, or follows. */
function claimsOf(pieces: readonly ReadPiece[], { text, slots }: MaskedSentence, sentence: string): GroundedClaim[] {
  const claims: { start: number; factIds: readonly string[] }[] = []
  for (const { start, factIds } of pieces) {
    const last = claims.at(-1)
    const at = placeOf(start, text, slots)
    if (last === undefined) claims.push({ start: 0, factIds })
    else if (last.factIds.length === 0) last.factIds = factIds
    else if (factIds.length > 0 && factIds.join() !== last.factIds.join()) claims.push({ start: at, factIds })
  }
  return claims.map(({ start, factIds }, index) => {
    const words = sentence.slice(start, claims[index + 1]?.start ?? sentence.length)
    const lead = /^[\s,;:]*/u.exec(words)?.[0].length ?? 0
    return { start: start + lead, end: start + words.trimEnd().length, support: 'supported', factIds }
  })
}

/** Where a place of the masked text is in the sentence. */
function placeOf(index: number, masked: string, slots: MaskedSentence['slots']): number {
  let [at, end] = [0, 0]
  for (const match of masked.slice(0, index).matchAll(/⟨[@#]\w+⟩/gu)) {
    const span = slots.get(match[0])?.span
    if (span === undefined) continue
    at = match.index + match[0].length
    end = span.end
  }
  return end + index - at
}

function readPiece(piece: string, head: string, masked: MaskedSentence, reading: Reading, language: StatementLanguage): readonly string[] | null {
  const context = contextOf(piece, head, masked, reading, language.connectives)
  const bare = piece.replace(language.connectives.joint, ' ')
  return (
    readStatement(piece, masked.slots, reading.facts, context, language) ??
    (bare === piece ? null : readStatement(bare, masked.slots, reading.facts, context, language))
  )
}

/** Where nobody is named, the item and who made it are meant. */
const itemKeys: Readonly<Record<string, string>> = { A: 'artist', S: 'show', T: 'title' }

/** Whom or what a pronoun stands for is the last of its kind; what is left out is what was named last, whatever it is. */
function contextOf(piece: string, head: string, masked: MaskedSentence, reading: Reading, words: Connectives): StatementContext {
  const first = indexOf(/⟨[@#]\w+⟩/u.exec(piece)?.[0] ?? '')
  const last = masked.slots.get(/⟨@\w+⟩(?=[^⟨]*(?:⟨#[^⟨]*)*$)/u.exec(head)?.[0] ?? '')
  const years = Array.from(head.matchAll(/⟨#[ymd]\d+⟩/gu), ([mark]) => masked.slots.get(mark)?.date?.slice(0, 4) ?? null)
  const known = [...reading.facts, ...reading.others]
  const relative = words.relative.test(piece)
  return {
    year: years.at(-1) ?? null,
    lastTag: lastSlot(masked, 'g', first)?.values[0] ?? null,
    isOfYou: words.listener.test(head),
    isOfFinished: words.finished.test(head),
    isOfStarted: words.started.test(head),
    lastNamed: last === undefined ? null : (/@(?<kinds>[A-Z]+)/u.exec(last.mark)?.groups?.['kinds'] ?? ''),
    isOwnRelease: known.some(({ fact }) => /-by-artist$|^(?:nth-release|releases)-in-year$/u.test(fact.property)),
    isCompilation: known.some(({ fact }) => fact.property === 'compilation'),
    isMeant: (kinds: string, value: FactValue | undefined): boolean => {
      if (typeof value !== 'string') return false
      if (kinds === 'g') return lastSlot(masked, 'g', first)?.values.includes(tagKey(value)) === true
      if (last !== undefined && (relative || !words.pronoun.test(piece))) return last.values.includes(value)
      return Array.from(kinds).some((kind) => {
        const named = lastSlot(masked, kind, first) ?? onlyName(reading, kind)
        return named === undefined ? reading.item?.fact.values[itemKeys[kind] ?? ''] === value : named.values.includes(value)
      })
    },
  }
}
