import { cues, plainWords } from '../en/cues.js'
import { frames, type FactFrame, type FrameSlot } from '../en/frames.js'
import { functionWords } from '../en/function-words.js'
import { opinionWords } from '../en/opinion-words.js'
import { tagKey, type IndexedFact } from '../fact-index.js'
import { tokenKey } from '../token.js'
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
      (slot.keys[0] === 'tags' && clause.slots.some((said) => isKind(said, slot))) ||
      (slot.needed === 'context' && slot.keys.some((key) => isKnown(slot.kinds, fact.fact.values[key]))),
  )
}

/** The words of the clause say that it is about such a fact, and say no more. */
function isSaid(clause: Clause, frame: FactFrame): boolean {
  const found = new Set<string>()
  for (const word of clause.words) {
    const classes = cues.get(word) ?? []
    const fitting = classes.filter((cue) => frame.allows.includes(cue))
    if (fitting.length > 0) for (const cue of fitting) found.add(cue)
    else if (classes.length > 0 || !(plainWords.has(word) || functionWords.has(word) || opinionWords.has(word))) return false
  }
  if (frame.property === 'catalogue' && clause.slots.length < 2) return false
  const bare = clause.slots.length > 1 || clause.slots.every((slot) => /[ct]/u.test(kindOf(slot)))
  return frame.needs.some((alternative) => (alternative.length > 0 || bare) && alternative.every((cue) => found.has(cue)))
}

const acting = 'played|heard|met|discovered|found|listened|began|started|stopped|quit|ended|finished|opened|ceased'

/** Whoever plays, meets or stops is the listener: "NAME stopped in 2017" and "NAME played you" are something else. */
function isActedByListener(masked: string, before: string): boolean {
  if (new RegExp(String.raw`\b(?:${acting}) you\b`, 'iu').test(masked)) return false
  const verb = new RegExp(String.raw`\b(?:${acting})\b`, 'iu').exec(masked)
  if (verb === null || /\byou(?:r|rs|[’']ve)?\b/iu.test(masked.slice(0, verb.index))) return true
  const head = masked.slice(0, verb.index)
  return (
    /\b(?:was|were|been|is|are)\s+(?:first |last )?$/iu.test(head) || (/^[\s,;:]*(?:(?:and|but|then|first|last)\s+)*$/iu.test(head) && /\byou\b/iu.test(before))
  )
}

/** "by" is followed by a maker, "on" and "off" by what holds it, and only makers own. */
function isPlaced(masked: string): boolean {
  const roles = (pattern: RegExp): string[] => [...masked.matchAll(pattern)].map((match) => match.groups?.['roles'] ?? '')
  const fits = (pattern: RegExp, allowed: RegExp): boolean => roles(pattern).every((found) => allowed.test(found))
  return (
    fits(/(?<!\b(?:out|released|issued|published) )\bby ⟨@(?<roles>[A-Z]+)/giu, /A/u) &&
    fits(/\b(?:out|released|issued|published) by ⟨@(?<roles>[A-Z]+)/giu, /[AL]/u) &&
    fits(/\b(?:on|off|inside) (?:the (?:release|record|label) )?⟨@(?<roles>[A-Z]+)/giu, /[RL]/u) &&
    fits(/⟨@(?<roles>[A-Z]+)\d+⟩['’]s/giu, /[ALS]/u) &&
    fits(/⟨@(?<roles>[A-Z]+)\d+⟩ (?:put|released|issued|published)\b/giu, /[AL]/u) &&
    fits(/⟨@(?<roles>[A-Z]+)\d+⟩ (?:is|runs|lasts|takes|at) (?:\w+ ){0,2}⟨#[ct]/giu, /[TO]/u)
  )
}

/** What the cited facts say of the item, its release and its label, as one: they hold together. */
function catalogueFacts(facts: readonly IndexedFact[]): IndexedFact[] {
  const item = facts.find(({ fact }) => fact.property === 'item')
  const title = item?.fact.values['title']
  const release = facts.find(({ fact }) => fact.property === 'release' && fact.values['title'] === title)
  const label = facts.find(({ fact }) => fact.property === 'label' && (release === undefined || fact.values['release'] === release.fact.values['release']))
  const length = facts.find(({ fact }) => fact.property === 'track-length' && fact.values['title'] === title)
  const parts = [item, release, label, length].filter((part) => part !== undefined)
  const [first] = parts
  if (item === undefined || first === undefined || item.fact.values['show'] !== null) return []
  const values = Object.assign({}, ...parts.map(({ fact }) => fact.values)) as IndexedFact['fact']['values']
  return [{ ...first, fact: { ...first.fact, id: parts.map(({ fact }) => fact.id).join(' '), property: 'catalogue', values } }]
}

/**
 * The facts that cover a clause whole: its mentions are theirs, and its words say nothing else. Null where none do.
 * @param before what the sentence says before it
 */
export function factsOfClause(
  masked: string,
  before: string,
  slots: ReadonlyMap<string, Slot>,
  facts: readonly IndexedFact[],
  isKnown: (kinds: string, value: unknown) => boolean,
): readonly string[] | null {
  const clause = readClause(masked, slots)
  if (clause.slots.length === 0 || !isActedByListener(masked, before) || !isPlaced(masked)) return null
  const all = [...facts, ...catalogueFacts(facts)]
  for (const frame of frames)
    for (const fact of all)
      if (fact.fact.property === frame.property && isSaid(clause, frame) && isFilled(clause, frame, fact, isKnown)) return fact.fact.id.split(' ')
  return null
}
