import { markChecks } from './mark-checks.js'
import type { Pattern, PatternReader } from './pattern.js'

/** A way to say one or more facts in a clause. */
export interface Way {
  /** Properties of the facts that the clause says, each of which must be cited. */
  readonly properties: readonly string[]
  readonly pattern: Pattern
  /** All words of the pattern. */
  readonly words: ReadonlySet<string>
  /** All kinds of mentions that it asks for. */
  readonly kinds: ReadonlySet<string>
}

/** Ways to say these properties together, one pattern a line. */
export function ways(reader: PatternReader, properties: string, ...patterns: readonly string[]): Way[] {
  return patterns.map((source) => {
    const pattern = reader.read(source)
    const words = new Set<string>()
    const kinds = new Set<string>()
    collect(pattern, words, kinds)
    return { properties: properties.split(' '), pattern, words, kinds }
  })
}

function collect(pattern: Pattern, words: Set<string>, kinds: Set<string>): void {
  if (pattern.is === 'word') words.add(pattern.word)
  else if (pattern.is === 'slot') for (const kind of pattern.kinds) kinds.add(kind)
  else if (pattern.is === 'mark') {
    if (!(pattern.mark in markChecks)) throw new SyntaxError(`%${pattern.mark} is no mark: add it to mark-checks.ts`)
  } else if (pattern.is === 'optional') collect(pattern.of, words, kinds)
  else for (const one of pattern.of) collect(one, words, kinds)
}
