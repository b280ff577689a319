import { columnsOf } from '../model/compressed-rows.js'
import { NONE } from '../model/catalogue-index.js'
import type { Stage, StageContext } from '../stage.js'
import type { Basis } from '../basis.js'
import { isReason, type Suggestion } from '../suggestion.js'
import { isLittleHeard } from './little-heard.js'
import { rulesAfter, type ArrangeNumbers, type Placed, type Rule } from './arrange-rules.js'

const YEARS_OF_AN_ERA = 5

/**
 * Orders a ranked list for listening, greedily from the top: each place goes to the best suggestion that keeps all rules. Where none does,
 * rules give way in this order: mix of bases, mix of reasons, eras, what the history speaks for before what fills up, mix of kinds, share of the new, neighbours from one release, spacing of artists and
 * shows, floor of exposure. The first n of a longer list are always the list of n.
 */
export const arrange =
  (numbers: ArrangeNumbers): Stage =>
  async (suggestions, context) => {
    const waiting = suggestions.map((suggestion) => place(suggestion, context))
    const placed: Placed[] = []
    // Nobody will see what comes behind the end of the list that was asked for.
    const length = Math.min(numbers.length, context.limit)
    while (waiting.length > 0 && placed.length < length) placed.push(...waiting.splice(findNext(waiting, rulesAfter(placed, waiting, numbers, context)), 1))
    return placed.map(({ suggestion }) => suggestion)
  }

/** The first that keeps all rules; else the first that keeps as many as any does, counted from the rule that gives way last. */
function findNext(waiting: readonly Placed[], rules: readonly Rule[]): number {
  let best = 0
  let mostKept = -1
  for (const [index, candidate] of waiting.entries()) {
    const broken = rules.findIndex((rule) => !rule(candidate))
    if (broken === -1) return index
    if (broken <= mostKept) continue
    mostKept = broken
    best = index
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
