import type { Pattern, PatternReader } from './pattern.js'

/** A way to say one or more facts in a clause. */
export interface Way {
  /** Properties of the facts that the clause says, each of which must be cited. */
  readonly properties: readonly string[]
  readonly pattern: Pattern
}

/** Ways to say these properties together, one pattern a line. */
export function ways(reader: PatternReader, properties: string, ...patterns: readonly string[]): Way[] {
  return patterns.map((source) => ({ properties: properties.split(' '), pattern: reader.read(source) }))
}
