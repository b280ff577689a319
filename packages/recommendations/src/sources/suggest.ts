import type { StageContext } from '../stage.js'
import type { ReasonCode } from '../reason.js'
import type { Basis } from '../basis.js'
import type { Suggestion } from '../suggestion.js'

/** A suggestion as a source makes it: one signal, not yet weighed. */
export function suggest(context: StageContext, item: number, code: ReasonCode, signal: number, basis: Basis): Suggestion {
  const { catalogue } = context.snapshot
  return {
    itemId: catalogue.items.stringOf(item),
    kind: item < catalogue.trackCount ? 'track' : 'episode',
    score: 0,
    novelty: 0,
    because: [],
    remainder: 1,
    contributions: [{ code, signal, value: 0, basis }],
  }
}
