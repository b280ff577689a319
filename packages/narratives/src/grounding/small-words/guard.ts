import type { Slot } from '../paraphrase/mask-sentence.js'
import type { Reading } from '../reading.js'
import type { RefusalCode } from '../verdict.js'

/** Where a pattern stands in a masked sentence. */
export interface GuardContext {
  readonly reading: Reading
  /** The run between commas, colons and brackets around the match. */
  readonly clause: string
  /** The clause up to the match. */
  readonly head: string
  /** The sentence behind the match. */
  readonly tail: string
  /** The mentions inside the match, in order. */
  readonly slots: readonly Slot[]
}

/** A small word beside a mention, which says something of its own: it is refused unless something licenses it. */
export interface Guard {
  readonly code: RefusalCode
  readonly reason: string
  readonly pattern: RegExp
  readonly unless: (context: GuardContext) => boolean
}

/** Kinds of mentions as marks have them; the letters are those of `ParaphraseRule`. */
const kinds: Readonly<Record<string, string>> = { N: '@[A-Z]+', D: '#[ymdew]', t: '#[tc]', maker: '@[A-Z]*[ALPSX][A-Z]*', work: '@[B-KM-OQRTU-WYZ]+' }

function markOf(kind: string): string {
  return String.raw`⟨${kinds[kind] ?? (/[A-Z]/u.test(kind) ? `@[A-Z]*${kind}[A-Z]*` : `#${kind}`)}\d+⟩`
}

/** A guard over a pattern with `{A}`, `{n}` … for mentions. */
export function guard(code: RefusalCode, reason: string, source: string, unless: (context: GuardContext) => boolean = () => false): Guard {
  const pattern = source.replaceAll(/\{(\w+)\}/gu, (_, kind: string) => markOf(kind))
  return { code, reason, pattern: new RegExp(pattern, 'giu'), unless }
}
