import type { Reading } from '../reading.js'
import { indexOf, lastSlot, onlyName, slotsOf, subjectOf } from './find-slots.js'
import type { MaskedSentence, Slot } from './mask-sentence.js'
import type { Match, ParaphraseRule } from './rule.js'

/** A masked sentence to which rules may add marks. */
export interface OpenSentence extends MaskedSentence {
  readonly slots: Map<string, Slot>
}

const pronoun = /^(?:them|him|her|it|this .*)$/iu

/** Kinds that a computed rule works into a number of its own. */
const reckoned = new Set(['t', 'c', 'n', 'k', 'm'])

/** Every mention that a pattern took is said by one of its sentences, or it would go unverified. A year beside a release is said here; null where something is left unsaid. */
function unsaid(rule: ParaphraseRule, masked: MaskedSentence, groups: readonly (string | undefined)[]): string[] | null {
  const found: string[] = []
  for (const [index, name] of rule.names.entries()) {
    const slot = masked.slots.get(groups[index] ?? '')
    if (slot === undefined || rule.used.has(name) || (rule.used.has('*') && reckoned.has(name[0] ?? ''))) continue
    const release = masked.slots.get(groups.find((group, at) => rule.names[at] === 'R' && group !== undefined) ?? '')
    if (name[0] !== 'y' || release === undefined) return null
    found.push(`${release.text} is from ${slot.text}`)
  }
  return found
}

/** The text of the sentence after the rule; what the rule says joins `claims`. */
export function applyRule(rule: ParaphraseRule, masked: OpenSentence, reading: Reading, claims: string[]): string {
  return masked.text.replace(rule.pattern, (whole: string, ...rest: unknown[]) => {
    const groups = rest.slice(0, rule.names.length) as (string | undefined)[]
    const first = indexOf(/⟨[@#]\w+⟩/u.exec(whole)?.[0] ?? '')
    const at = rest.find((value) => typeof value === 'number') ?? 0
    // "NAME: nine plays in 2026": said of that name, or of nothing.
    const headed = /⟨@\w+⟩\s*[:—–]\s*$/u.test(masked.text.slice(0, at))
    const before = (kind: string): Slot | undefined => lastSlot(masked, kind, first) ?? (headed ? undefined : onlyName(reading, kind))
    const slot = (name: string): Slot | undefined => {
      const found = groups.find((group, index) => rule.names[index] === name && group !== undefined)
      if (found === undefined || !pronoun.test(found)) return masked.slots.get(found ?? '')
      const kind = name[0] ?? ''
      return slotsOf(masked, kind).findLast(({ mark }) => indexOf(mark) < first) ?? onlyName(reading, kind)
    }
    const start = (kind: string): Slot | undefined => slotsOf(masked, kind)[0]
    const offset = rest.find((value) => typeof value === 'number') ?? 0
    const subject = (): Slot | undefined => subjectOf(masked.text.slice(0, offset), masked)
    const all = (kind: string): Slot[] => slotsOf(masked, kind)
    const year = (value: number): string => {
      const mark = `⟨#y${masked.slots.size}⟩`
      masked.slots.set(mark, { mark, text: String(value), value: null, date: String(value), values: [], unit: null, comparator: 'exactly', of: null })
      return mark
    }
    const match: Match = { slot, before, start, subject, all, year, facts: reading.facts, item: reading.item }
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
    const keeps =
      rule.keep !== undefined ? rule.keep(match) : write(rule.keeps.replaceAll(/\{(\w\d?)\}/gu, (written: string, name: string) => slot(name)?.mark || written))
    if (says === null || keeps === null) return whole
    const dated = unsaid(rule, masked, groups)
    if (dated === null) return whole
    claims.push(...[...says, ...dated].map((sentence) => `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`))
    return keeps
  })
}
