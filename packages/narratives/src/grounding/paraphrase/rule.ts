import type { IndexedFact } from '../fact-index.js'
import type { Slot } from './mask-sentence.js'

/** What a computed rule sees. */
export interface Match {
  /** The slot of a name in the pattern: `A`, `n2`; undefined where an optional part is missing. */
  slot(name: string): Slot | undefined
  /** The last slot of a kind before the match, or the last one in the sentence. */
  before(kind: string): Slot | undefined
  /** The name of which the clause is said: the last one before it that stands behind no preposition. */
  subject(): Slot | undefined
  /** Mentions of a kind, in the order of the sentence. */
  all(kind: string): readonly Slot[]
  /** A mark for a year that the sentence names by another one: "the following year". */
  year(value: number): string
  /** The first slot of a kind in the sentence. */
  start(kind: string): Slot | undefined
  readonly facts: readonly IndexedFact[]
  readonly item: IndexedFact | null
}

/** A way to say something, and the plain sentences that it says: each of them is verified by itself. */
export interface ParaphraseRule {
  /** Words, regular expressions and typed slots: `{A}` an artist, `{n}` a count; `{A~}` also a pronoun for one named before. */
  readonly pattern: RegExp
  readonly names: readonly string[]
  /** Kinds of slots and a word without which the pattern cannot match: asked first, for speed. */
  readonly needs: { readonly kinds: readonly string[]; readonly word: string }
  /** Plain sentences; null where the rule does not apply. */
  readonly says: (match: Match, write: (template: string) => string | null) => readonly string[] | null
  /** What stays in the sentence instead; empty: the clause is taken out. */
  readonly keeps: string
  /** The same, computed; null where the rule does not apply. */
  readonly keep?: (match: Match) => string | null
  /** The slots of the pattern that the sentences or what is kept say; `*`: numbers are worked into others. */
  readonly used: ReadonlySet<string>
}

/** A: artist, R: release, T: title, O: original, L: label, S: show, P: person, C: chapter, N: any name, W: track or release; y, m, d: year, month, day, D any of them; k: a month alone;
 * n: count, o: ordinal, f: "nine of ten"; t: length, c: clock; g: tag; q: quotation. */
const kinds: Readonly<Record<string, string>> = {
  N: '@[A-Z]+',
  W: '@[A-Z]*[TR][A-Z]*',
  D: '#[ymd]',
  M: '#[mk]',
  t: '#[tc]',
}

function slotPattern(kind: string): string {
  const inner = kinds[kind] ?? (/[A-Z]/u.test(kind) ? `@[A-Z]*${kind}[A-Z]*` : `#${kind}`)
  return String.raw`⟨${inner}\d+⟩`
}

/** Names that a rule may use instead of spelling them out. */
const macros: Readonly<Record<string, string>> = {
  rel: '(?:release|record|thing|entry|title)',
  cat: '(?: (?:in|of|from|that) (?:this|the|our) (?:catalogue|catalog)(?: (?:has|holds|knows))?| here)',
  youve: "(?:you|you[’']ve|you have)",
  folk: '(?:people|listeners|others|persons)(?: here)?',
}

/** What is left of a pattern without its groups has to be there. */
function needsOf(source: string): ParaphraseRule['needs'] {
  let bare = source.replaceAll(/<\w+>/gu, '()').replaceAll(/\[[^\]]*\]\??/gu, '()')
  for (let before = ''; before !== bare;) {
    before = bare
    bare = bare.replaceAll(/\([^()]*\)[?*+]*/gu, '')
  }
  const words = bare.replaceAll(/\{[^}]*\}|\w\?/gu, ' ').match(/[a-z]{3,}/giu) ?? []
  return {
    kinds: [...bare.matchAll(/\{(\w)\d?\}(?!\?)/gu)].map((match) => match[1] ?? ''),
    word: words.toSorted((left, right) => right.length - left.length)[0]?.toLowerCase() ?? '',
  }
}

function compile(source: string): Pick<ParaphraseRule, 'pattern' | 'names' | 'needs'> {
  const names: string[] = []
  const text = source
    .replaceAll(/<(\w+)>/gu, (_, macro: string) => macros[macro] ?? '')
    .replaceAll(/\{(\w)(\d?)(~?)\}/gu, (_, kind: string, index: string, loose: string) => {
      names.push(`${kind}${index}`)
      return loose === '' ? `(${slotPattern(kind)})` : `(${slotPattern(kind)}|them|him|her|it|this (?:artist|band|label|show|release|record|one))`
    })
  return { pattern: new RegExp(String.raw`(?<![\p{L}\p{N}⟩-])${text}(?![\p{L}\p{N}⟨])`, 'giu'), names, needs: needsOf(source) }
}

function slotsIn(...templates: readonly string[]): Set<string> {
  return new Set(templates.flatMap((template) => [...template.matchAll(/\{(\w\d?)\}/gu)].map((match) => match[1] ?? '')))
}

/** `says` are templates over the slots of the pattern. */
export function rule(source: string, says: string | readonly string[], keeps = ''): ParaphraseRule {
  const templates = [says].flat()
  return {
    ...compile(source),
    keeps,
    used: slotsIn(...templates, keeps),
    says: (_, write) => {
      const written = templates.map(write)
      return written.every((sentence) => sentence !== null) ? written : null
    },
  }
}

/** `says` computes the templates from the slots; null where it does not hold. */
export function computed(source: string, says: (match: Match) => readonly string[] | null, keeps = '', used = 'A A2 D D2 R L S g W n n2 m'): ParaphraseRule {
  return {
    ...compile(source),
    keeps,
    used: new Set([...used.split(' '), '*', ...slotsIn(keeps)]),
    says: (match, write) => {
      const written = says(match)?.map(write)
      return written === undefined || written.includes(null) ? null : (written as string[])
    },
  }
}

/** Other words for the same, which are computed; null where there are none. */
export function recast(source: string, keep: (match: Match) => string | null, used = ''): ParaphraseRule {
  return { ...compile(source), keeps: '', keep, used: new Set(['*', ...used.split(' ')]), says: () => [] }
}

/** Other words for the same, which stay in the sentence. */
export function reword(source: string, keeps: string): ParaphraseRule {
  return { ...compile(source), keeps, used: slotsIn(keeps), says: () => [] }
}
