import { columnsOf } from '../model/compressed-rows.js'
import { NONE } from '../model/catalogue-index.js'
import type { Stage, StageContext } from '../stage.js'
import type { Basis } from '../basis.js'
import { isReason, type Suggestion } from '../suggestion.js'
import { between } from './dial.js'
import { describe, likeness } from './likeness.js'
import { isLittleHeard } from './little-heard.js'
import { rulesAfter, type ArrangeNumbers, type Placed, type Rule } from './arrange-rules.js'

const YEARS_OF_AN_ERA = 5
const SPREAD_WINDOW = 10

/**
 * Orders a ranked list for listening, greedily from the top: each place goes to the best suggestion that keeps all rules. Where none does,
 * rules give way in this order: mix of bases, mix of reasons, eras, what the history speaks for before what fills up, mix of kinds, share of the new, neighbours
 * from one release, spacing of artists and shows, floor of exposure. The first n of a longer list are always the list of n.
 */
export const arrange =
  (numbers: ArrangeNumbers): Stage =>
  async (suggestions, context) => {
    const waiting = suggestions.map((suggestion) => place(suggestion, context))
    const placed: Placed[] = []
    // Nobody will see what comes behind the end of the list that was asked for.
    const length = Math.min(numbers.length, context.limit)
    const spread = numbers.spread === undefined ? 0 : between(numbers.spread, context.adventurousness)
    while (waiting.length > 0 && placed.length < length) {
      const window = placed.slice(-SPREAD_WINDOW)
      const costOf = ({ description }: Placed) =>
        window.length === 0 ? 0 : (spread * window.reduce((sum, before) => sum + likeness(description, before.description), 0)) / window.length
      const best = findNext(waiting, rulesAfter(placed, waiting, numbers, context), spread === 0 ? null : costOf)
      placed.push(...waiting.splice(best, 1))
    }
    return placed.map(({ suggestion }) => suggestion)
  }

/**
 * The best that keeps all rules; else the best of those that keep as many as any does, counted from the rule that gives way last. Best is the first, or where
 * likeness costs, the highest score after costs (maximal marginal relevance: Carbonell and Goldstein 1998).
 */
function findNext(waiting: readonly Placed[], rules: readonly Rule[], costOf: ((candidate: Placed) => number) | null): number {
  let best = 0
  let mostKept = -1
  let worth = Number.NEGATIVE_INFINITY
  for (const [index, candidate] of waiting.entries()) {
    // Costs only take away: nothing that follows can be worth more.
    if (mostKept === rules.length && (costOf === null || candidate.suggestion.score <= worth)) break
    const broken = rules.findIndex((rule) => !rule(candidate))
    const kept = broken === -1 ? rules.length : broken
    if (kept < mostKept || (kept === mostKept && (costOf === null || candidate.suggestion.score <= worth))) continue
    const worthNow = candidate.suggestion.score - (costOf?.(candidate) ?? 0)
    if (kept === mostKept && worthNow <= worth) continue
    mostKept = kept
    best = index
    worth = worthNow
  }
  return best
}

function place(suggestion: Suggestion, { snapshot, profile }: StageContext): Placed {
  const { catalogue } = snapshot
  const item = catalogue.items.numberOf(suggestion.itemId)!
  const creators = columnsOf(catalogue.itemCreators, item)
  const release = catalogue.itemRelease[item]!
  const year = release === NONE ? 0 : catalogue.releaseYear[release]!
  const reason = suggestion.contributions.find(isReason)
  return {
    suggestion,
    description: describe(item, snapshot),
    creators,
    release,
    era: year === 0 ? NONE : Math.floor(year / YEARS_OF_AN_ERA),
    reason: reason?.code ?? '',
    basis: basisKey(reason?.basis ?? {}),
    isFounded: reason !== undefined && reason.code !== 'popular' && (reason.code !== 'exploration' || reason.basis.anchorId !== undefined),
    isNew: creators.every((creator) => !profile.creators.has(creator)),
    isLittleHeard: isLittleHeard(item, snapshot),
  }
}

const basisKey = ({ tag, anchorId, labelKey, topic }: Basis): string => tag ?? anchorId ?? labelKey ?? topic ?? ''
