import type { Reading } from '../reading.js'
import { factsOfClause } from './clause-reading.js'
import { maskSentence, unmask, type MaskedSentence, type Slot } from './mask-sentence.js'
import type { Match, ParaphraseRule } from './rule.js'

/** A sentence in plain ones: what was taken out of it, and what is left, which may be empty. */
export interface Decomposition {
  readonly claims: readonly string[]
  /** Facts that cover clauses whole; these were taken out, too. */
  readonly factIds: readonly string[]
  readonly rest: string
}

const pronoun = /^(?:them|him|her|it|this .*)$/iu

function indexOf(mark: string): number {
  return Number(/\d+/u.exec(mark)?.[0] ?? -1)
}

/** Mentions of a kind, in the order of the sentence. */
function slotsOf({ slots }: MaskedSentence, kind: string): Slot[] {
  const wanted = Array.from(kind === 'D' ? 'ymd' : kind === 'W' ? 'TR' : kind)
  return [...slots.values()].filter(({ mark }) => wanted.some((letter) => /[@#](?<kind>[A-Za-z]+)/u.exec(mark)?.groups?.['kind']?.includes(letter) === true))
}

/** The last mention of a kind before one of the sentence, or else in the sentence: also where its clause was taken out before. */
function lastSlot(masked: MaskedSentence, kind: string, before: number): Slot | undefined {
  const found = slotsOf(masked, kind)
  return found.findLast(({ mark }) => indexOf(mark) < before) ?? found.at(-1)
}

/** The only name of a kind that the cited facts about this listener hold: whom a pronoun means where the sentence names nobody. */
function onlyName(reading: Reading, kind: string): Slot | undefined {
  const key = { A: 'artist', R: 'release', L: 'label', S: 'show', T: 'title' }[kind]
  if (key === undefined) return undefined
  const known = kind === 'T' || kind === 'R' ? reading.facts : [...reading.previous, ...reading.facts.filter(({ fact }) => fact.kind === 'listening')]
  const values = new Set(known.flatMap(({ fact }) => (typeof fact.values[key] === 'string' ? [fact.values[key]] : [])))
  const [only] = values
  return only === undefined || values.size > 1
    ? undefined
    : { mark: '', text: `“${only}”`, value: null, date: null, values: [only], unit: null, comparator: 'exactly', of: null }
}

/** Kinds that a computed rule works into a number of its own. */
const reckoned = new Set(['t', 'c', 'n', 'k', 'm'])

/** Every mention that a pattern took is said by one of its sentences, or it would go unverified. A year beside a release is said here; null where something is left unsaid. */
function unsaid(rule: ParaphraseRule, masked: MaskedSentence, groups: readonly (string | undefined)[]): string[] | null {
  const found: string[] = []
  for (const [index, name] of rule.names.entries()) {
    const slot = masked.slots.get(groups[index] ?? '')
    if (slot === undefined || rule.used.has(name) || (rule.used.has('*') && reckoned.has(name[0] ?? ''))) continue
    const release = masked.slots.get(groups[rule.names.indexOf('R')] ?? '')
    if (name[0] !== 'y' || release === undefined) return null
    found.push(`${release.text} is from ${slot.text}`)
  }
  return found
}

function apply(rule: ParaphraseRule, masked: MaskedSentence, reading: Reading, claims: string[]): string {
  return masked.text.replace(rule.pattern, (whole: string, ...rest: unknown[]) => {
    const groups = rest.slice(0, rule.names.length) as (string | undefined)[]
    const first = indexOf(/⟨[@#]\w+⟩/u.exec(whole)?.[0] ?? '')
    const before = (kind: string): Slot | undefined => lastSlot(masked, kind, first) ?? onlyName(reading, kind)
    const slot = (name: string): Slot | undefined => {
      const index = rule.names.indexOf(name)
      const found = index < 0 ? undefined : groups[index]
      return found !== undefined && pronoun.test(found) ? before(name[0] ?? '') : masked.slots.get(found ?? '')
    }
    const start = (kind: string): Slot | undefined => slotsOf(masked, kind)[0]
    const match: Match = { slot, before, start, facts: reading.facts, item: reading.item }
    const write = (template: string): string | null => {
      let complete = true
      const written = template.replaceAll(/\{(\w\d?)(\^?)\}/gu, (_, name: string, earlier: string) => {
        const found = earlier === '^' ? before(name) : slot(name)
        if (found === undefined) complete = false
        return found?.text ?? ''
      })
      return complete ? written : null
    }
    const says = rule.says(match, write)
    const keeps = write(rule.keeps.replaceAll(/\{(\w\d?)\}/gu, (all: string, name: string) => slot(name)?.mark || all))
    if (says === null || keeps === null) return whole
    const dated = unsaid(rule, masked, groups)
    if (dated === null) return whole
    claims.push(...[...says, ...dated].map((sentence) => `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`))
    return keeps
  })
}

/** Separators that have lost what stood between them. */
function tidy(text: string): string {
  const joined = text
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\s+(?=[,;:.])/gu, '')
    .replaceAll(/(?:[,;:]\s*)+(?=[;:.]|$)/gu, '')
    .replaceAll(/([,;:])(?:\s*[,;:])+/gu, '$1')
    .replaceAll(/(?:[,;:]|\b(?:and|but|while))\s*(?=[.]?\s*$)/gu, '')
    .replace(/^(?:[\s,;:.]|(?:and|but|while)\b)+/u, '')
    .trim()
  return /[\p{L}\p{N}]/u.test(joined.replaceAll(/⟨[@#]\w+⟩/gu, 'x')) ? joined : ''
}

/** A preposition or an article whose noun was taken away says that too much was taken. */
const dangling = /\b(?:with|of|by|from|on|in|at|to|for|than|the|a|an|your|its)\s*(?:[,;:.]|$)/iu

/** Where a clause may end; not between two mentions of a kind, which are a row. */
const separators = /(?:[;:()—–]|,|\b(?:and|but|while|with)\b)/giu

/** The text cut at its separators, each of which opens the piece behind it. */
function piecesOf(text: string): string[] {
  const cuts = [...text.matchAll(separators)]
    .map((match) => match.index)
    .filter((index) => {
      const [left, right] = [/⟨([@#][A-Za-z]+)\d+⟩[\s,]*$/u.exec(text.slice(0, index)), /^(?:[,\s]|and\b)*⟨([@#][A-Za-z]+)\d+⟩/u.exec(text.slice(index))]
      return index > 0 && !(left !== null && right !== null && left[1] === right[1])
    })
  return [0, ...cuts].map((from, index) => text.slice(from, cuts[index] ?? text.length))
}

/** Takes out the clauses that one fact covers whole, the longest first. */
function cover(text: string, masked: MaskedSentence, reading: Reading, factIds: Set<string>): string {
  const pieces = piecesOf(text.replace(/[.\s]+$/u, ''))
  const kept: string[] = []
  for (let index = 0; index < pieces.length; index += 1) {
    let taken = 0
    for (let length = Math.min(4, pieces.length - index); length > 0 && taken === 0; length -= 1) {
      const clause = pieces.slice(index, index + length).join('')
      const first = indexOf(/⟨[@#]\w+⟩/u.exec(clause)?.[0] ?? '')
      // "NAME, which you played": the name before it is meant, whatever it is a name of.
      const head = text.slice(0, text.indexOf(clause))
      const antecedent = /^[,\s]*(?:which|whom|who|that|whose)\b/iu.test(clause) ? masked.slots.get(/⟨[@#]\w+⟩(?=[^⟨]*$)/u.exec(head)?.[0] ?? '') : undefined
      const isKnown = (kinds: string, value: unknown): boolean => {
        if (antecedent !== undefined) return typeof value === 'string' && antecedent.values.includes(value)
        const named = Array.from(kinds).flatMap((kind) => lastSlot(masked, kind, first) ?? onlyName(reading, kind) ?? [])
        return typeof value === 'string' && named.some(({ values }) => values.includes(value))
      }
      const found = factsOfClause(clause, head, masked.slots, reading.facts, isKnown)
      if (found === null) continue
      for (const id of found) factIds.add(id)
      taken = length
    }
    if (taken === 0) kept.push(pieces[index] ?? '')
    else index += taken - 1
  }
  return kept.join('')
}

/** Takes every clause out of the sentence that a rule knows how to say plainly, and every one that a fact covers. Null where there is none. */
export function decompose(reading: Reading, rules: readonly ParaphraseRule[]): Decomposition | null {
  const masked = maskSentence(reading)
  const claims: string[] = []
  const factIds = new Set<string>()
  let { text } = masked
  for (const rule of rules) text = apply(rule, { text, slots: masked.slots }, reading, claims)
  text = cover(text, masked, reading, factIds)
  if (claims.length === 0 && factIds.size === 0 && text === masked.text) return null
  const left = tidy(text)
  if (dangling.test(left)) return null
  const rest = unmask(left, masked.slots)
  return { claims, factIds: [...factIds], rest: rest === '' ? '' : `${rest.charAt(0).toUpperCase()}${rest.slice(1)}` }
}
