import type { Stage } from '../stage.js'
import type { Contribution, Suggestion } from '../suggestion.js'

/** Asks every source, then makes one suggestion of each item: per code the strongest signal counts. */
export const fromSources =
  (...sources: readonly Stage[]): Stage =>
  async (suggestions, context) => {
    let gathered = suggestions
    for (const source of sources) {
      context.signal.throwIfAborted()
      gathered = await source(gathered, context)
    }
    const merged = new Map<string, Suggestion>()
    for (const suggestion of gathered) {
      const known = merged.get(suggestion.itemId)
      merged.set(
        suggestion.itemId,
        known === undefined ? suggestion : { ...known, contributions: strongerOf([...known.contributions, ...suggestion.contributions]) },
      )
    }
    return [...merged.values()]
  }

function strongerOf(contributions: readonly Contribution[]): readonly Contribution[] {
  const byCode = new Map<string, Contribution>()
  for (const contribution of contributions) {
    const known = byCode.get(contribution.code)
    if (known === undefined || contribution.signal > known.signal) byCode.set(contribution.code, contribution)
  }
  return [...byCode.values()]
}
