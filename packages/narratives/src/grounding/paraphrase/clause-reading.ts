import { cues, neutralWords, plainWords } from '../en/cues.js'
import { frames, type FactFrame, type FrameSlot } from '../en/frames.js'
import { functionWords } from '../en/function-words.js'
import { opinionWords } from '../en/opinion-words.js'
import { tagKey, type IndexedFact } from '../fact-index.js'
import { tokenKey } from '../token.js'
import { catalogueFacts, spanFacts } from './catalogue-facts.js'
import { isWellFormed } from './clause-guards.js'
import type { Slot } from './mask-sentence.js'

/** A clause as its mentions and the words between them. */
interface Clause {
  readonly slots: readonly Slot[]
  readonly words: readonly string[]
}

function readClause(masked: string, slots: ReadonlyMap<string, Slot>): Clause {
  const marks = masked.match(/⟨[@#]\w+⟩/gu) ?? []
  return {
    slots: marks.flatMap((mark) => slots.get(mark) ?? []),
    words: (masked.replaceAll(/⟨[@#]\w+⟩(?:['’]s?\b)?/gu, ' ').match(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu) ?? []).map(tokenKey),
  }
}

function kindOf(slot: Slot): string {
  return /[@#](?<kind>[A-Za-z]+)/u.exec(slot.mark)?.groups?.['kind'] ?? ''
}

function isKind(slot: Slot, { kinds }: FrameSlot): boolean {
  const kind = kindOf(slot)
  return Array.from(kinds).some((letter) => kind.includes(letter))
}

/** The mention says the value of the fact. */
function fills(slot: Slot, frame: FrameSlot, { fact }: IndexedFact, units: readonly string[]): boolean {
  if (!isKind(slot, frame)) return false
  const [value, other] = frame.keys.map((key) => fact.values[key])
  if (Array.isArray(value)) return slot.values.some((said) => value.some((tag) => tagKey(tag) === said))
  if (slot.date !== null) {
    const known = String(value ?? '')
    return known === slot.date || known.startsWith(`${slot.date}-`)
  }
  if (kindOf(slot) === 'f') return slot.value === value && slot.of === other
  if (slot.values.length > 0) return slot.values.some((said) => said === value || (typeof value === 'string' && said === tagKey(value)))
  if (frame.keys[0] === 'fewerThan') return slot.value === value && slot.comparator === 'fewer'
  if (typeof value !== 'number' || slot.value === null || slot.comparator !== 'exactly') return false
  if (/[ct]/u.test(kindOf(slot))) return kindOf(slot) === 'c' ? Math.floor(value / 1_000) * 1_000 === slot.value : Math.abs(value - slot.value) < 1_000
  return slot.value === value && (slot.unit === null || units.includes(slot.unit))
}

/** Every mention of the clause fills a slot of its own, and every slot that has to be said is said. */
function isFilled(clause: Clause, frame: FactFrame, fact: IndexedFact, isKnown: (kinds: string, value: unknown) => boolean): boolean {
  const open = [...frame.slots]
  for (const slot of clause.slots) {
    const index = open.findIndex((candidate) => fills(slot, candidate, fact, frame.units))
    if (index < 0) return false
    // A release has many tags.
    if (!Array.isArray(fact.fact.values[open[index]?.keys[0] ?? ''])) open.splice(index, 1)
  }
  return open.every(
    (slot) =>
      slot.needed === 'optional' ||
      slot.keys.every((key) => fact.fact.values[key] === undefined) ||
      (slot.keys[0] === 'tags' && clause.slots.some((said) => isKind(said, slot))) ||
      (slot.needed === 'context' && slot.keys.some((key) => isKnown(slot.kinds, fact.fact.values[key]))),
  )
}

/** The words of the clause say that it is about such a fact, and say no more. */
function isSaid(clause: Clause, frame: FactFrame): boolean {
  const found = new Set<string>()
  const alone = frame.property !== 'shared-audience'
  for (const word of clause.words) {
    const classes = cues.get(word) ?? []
    const fitting = classes.filter((cue) => frame.allows.includes(cue))
    if (fitting.length > 0) for (const cue of fitting) found.add(cue)
    else if (classes.length > 0 || !(plainWords.has(word) || functionWords.has(word) || opinionWords.has(word) || (alone && neutralWords.has(word))))
      return false
  }
  // "It has nineteen plays" is said of the track; "its tracks have" of the release.
  if (frame.property === 'release-plays' && !clause.slots.some((slot) => slot.mark.includes('R')) && !found.has('track') && !found.has('release')) return false
  if (frame.property === 'catalogue' && !isPiece(clause, found)) return false
  if (frame.property === 'artist-span' && !isInterval(clause)) return false
  const bare = clause.slots.length > 1 || clause.slots.every((slot) => /[ct]/u.test(kindOf(slot)))
  return frame.needs.some((alternative) => (alternative.length > 0 || bare) && alternative.every((cue) => found.has(cue)))
}

/** "From" the earlier "to" the later one. */
function isInterval({ slots, words }: Clause): boolean {
  const [first, last] = slots.flatMap(({ date }) => date ?? [])
  const said = (words.includes('from') && (words.includes('to') || words.includes('until'))) || (words.includes('between') && words.includes('and'))
  return said && first !== undefined && last !== undefined && first <= last
}

/** A year is one of a release or a track, and a single mention says nothing. */
function isPiece(clause: Clause, found: ReadonlySet<string>): boolean {
  const named = clause.slots.some((slot) => /@[A-Z]*[TRO]/u.test(slot.mark))
  return clause.slots.length > 1 && (named || ['release', 'track', 'piece'].some((cue) => found.has(cue)) || !clause.slots.some((slot) => slot.date !== null))
}

/** What stands before a clause. */
export interface ClauseContext {
  readonly head: string
  /** The name of which the clause is said where it names nothing itself. */
  readonly subject: Slot | undefined
  /** What was named before and is still meant. */
  readonly isKnown: (kinds: string, value: unknown) => boolean
}

const aboutWorks: ReadonlySet<string> = new Set(['release-tags', 'episode-tags', 'catalogue', 'compilation', 'longest-track'])

/** The facts that cover a clause whole: its mentions are theirs, and its words say nothing else. Null where none do. */
export function factsOfClause(
  masked: string,
  { head, subject, isKnown }: ClauseContext,
  slots: ReadonlyMap<string, Slot>,
  facts: readonly IndexedFact[],
): readonly string[] | null {
  const clause = readClause(masked, slots)
  if (clause.slots.length === 0 || !isWellFormed(masked, head)) return null
  const named = clause.slots.some((slot) => slot.mark.startsWith('⟨@'))
  const work = subject === undefined || named || /@[A-Z]*[TROS]/u.test(subject.mark)
  // "TITLE, the only release on LABEL": what is counted among releases is one.
  const release = subject === undefined || /@[A-Z]*R/u.test(subject.mark) || clause.slots.some((slot) => /@[A-Z]*R/u.test(slot.mark))
  const all = [...facts, ...catalogueFacts(facts), ...spanFacts(facts)]
  for (const frame of frames)
    for (const fact of all)
      if (
        fact.fact.property === frame.property &&
        (work || !aboutWorks.has(frame.property)) &&
        (release || !/^(?:only|first)-release/u.test(frame.property)) &&
        isSaid(clause, frame) &&
        isFilled(clause, frame, fact, isKnown)
      )
        return fact.fact.id.split(' ')
  return null
}
