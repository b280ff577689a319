import type { IndexedFact } from '../fact-index.js'
import type { Slot } from '../paraphrase/mask-sentence.js'
import { itemsOf, type ClauseItem } from './clause-items.js'
import type { Connectives } from './connectives.js'
import { factsThatHold } from './holds.js'
import { PatternMatcher } from './match-pattern.js'
import type { StatementContext } from './statement-context.js'
import type { Way } from './way.js'

/** How the facts of a language are said. */
export interface StatementLanguage {
  readonly ways: readonly Way[]
  /** Words that state nothing wherever they stand. */
  readonly fillers: ReadonlySet<string>
  readonly connectives: Connectives
}

/** Properties that no fact has: what they say follows from several. */
const derived: ReadonlySet<string> = new Set(['catalogue', 'known-artist'])

/** The facts that a masked clause says, every word of it; null where it says something else, or something that is not so. */
export function readStatement(
  masked: string,
  slots: ReadonlyMap<string, Slot>,
  facts: readonly IndexedFact[],
  context: StatementContext,
  { ways, fillers }: StatementLanguage,
): readonly string[] | null {
  const items = itemsOf(masked, slots)
  if (items.every((item) => item.is === 'word' && fillers.has(item.key))) return items.length === 0 ? null : []
  const properties = new Set(facts.map(({ fact }) => fact.property))
  const matcher = new PatternMatcher(items, fillers)
  for (const way of ways) {
    if (!mayFit(way, items, fillers) || !way.properties.every((property) => derived.has(property) || properties.has(property))) continue
    for (const said of matcher.whole(way.pattern)) {
      const found = factsThatHold(said, way.properties, facts, context)
      if (found !== null) return found
    }
  }
  return null
}

/** A pattern covers a clause only where it knows all of its words and kinds of mentions: asked first, for speed. */
function mayFit({ words, kinds }: Way, items: readonly ClauseItem[], fillers: ReadonlySet<string>): boolean {
  return items.every((item) => (item.is === 'word' ? words.has(item.key) || fillers.has(item.key) : Array.from(item.kinds).some((kind) => kinds.has(kind))))
}
