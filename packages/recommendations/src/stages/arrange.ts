import { columnsOf } from '../model/compressed-rows.js'
import { NONE } from '../model/catalogue-index.js'
import type { Stage, StageContext } from '../stage.js'
import type { Basis } from '../basis.js'
import { isReason, type Suggestion } from '../suggestion.js'

export interface ArrangeNumbers {
  /** An artist comes back after this many others at the earliest. */
  readonly artistSpacing: number
  /** A show comes back after this many others at the earliest: there are far fewer shows than artists. */
  readonly showSpacing: number
  /** Of any ten neighbours at most so many share their strongest reason; three means at least four different reasons in ten. */
  readonly sameReasonInTen: number
  /** Of any ten neighbours at most so many rest on the same thing: one tag, one favourite artist, one label, one topic. */
  readonly sameBasisInTen: number
  /** At most so many of one kind in a row where both are asked for. */
  readonly sameKindInRow: number
  /** How long the arranged list gets; what comes after is left out. */
  readonly length: number
}

interface Placed {
  readonly suggestion: Suggestion
  readonly creators: Uint32Array
  readonly release: number
  readonly reason: string
  /** What the strongest reason rests on; '' where it rests on the item's own artist, release or show, which spacing looks after. */
  readonly basis: string
}

const REASON_WINDOW = 10

/**
 * Orders a ranked list for listening, greedily from the top: each place goes to the best suggestion that keeps all rules. Where none does,
 * rules give way in this order: mix of bases, mix of reasons, mix of kinds, neighbours from one release, spacing of artists and shows. The first n of a
 * longer list are always the list of n.
 */
export const arrange =
  (numbers: ArrangeNumbers): Stage =>
  async (suggestions, context) => {
    const waiting = suggestions.map((suggestion) => place(suggestion, context))
    const placed: Placed[] = []
    // Nobody will see what comes behind the end of the list that was asked for.
    const length = Math.min(numbers.length, context.limit)
    while (waiting.length > 0 && placed.length < length) placed.push(...waiting.splice(findNext(waiting, rulesAfter(placed, numbers, context)), 1))
    return placed.map(({ suggestion }) => suggestion)
  }

type Rule = (candidate: Placed) => boolean

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

/** The rules for the next place, the one that gives way last first. What they look at is counted once a place, not once a candidate. */
function rulesAfter(placed: readonly Placed[], numbers: ArrangeNumbers, { kinds }: StageContext): readonly Rule[] {
  const recent = {
    track: new Set(lastOf(placed, numbers.artistSpacing).flatMap(({ creators }) => [...creators])),
    episode: new Set(lastOf(placed, numbers.showSpacing).flatMap(({ creators }) => [...creators])),
  }
  const row = new Set(lastOf(placed, numbers.sameKindInRow).map(({ suggestion }) => suggestion.kind))
  const fullRow = kinds.length > 1 && placed.length >= numbers.sameKindInRow && row.size === 1 ? [...row][0] : null
  const release = placed.at(-1)?.release ?? NONE
  const window = lastOf(placed, REASON_WINDOW - 1)
  const reasons = countBy(window, ({ reason }) => reason)
  const bases = countBy(window, ({ basis }) => basis)
  return [
    (candidate) => !candidate.creators.some((creator) => recent[candidate.suggestion.kind].has(creator)),
    (candidate) => candidate.release === NONE || candidate.release !== release,
    (candidate) => candidate.suggestion.kind !== fullRow,
    (candidate) => (reasons.get(candidate.reason) ?? 0) < numbers.sameReasonInTen,
    (candidate) => candidate.basis === '' || (bases.get(candidate.basis) ?? 0) < numbers.sameBasisInTen,
  ]
}

const lastOf = <Element>(list: readonly Element[], count: number): readonly Element[] => (count === 0 ? [] : list.slice(-count))

function countBy(placed: readonly Placed[], keyOf: (placed: Placed) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const each of placed) counts.set(keyOf(each), 1 + (counts.get(keyOf(each)) ?? 0))
  return counts
}

function place(suggestion: Suggestion, { snapshot: { catalogue } }: StageContext): Placed {
  const item = catalogue.items.numberOf(suggestion.itemId)!
  const reason = suggestion.contributions.find(isReason)
  return {
    suggestion,
    creators: columnsOf(catalogue.itemCreators, item),
    release: catalogue.itemRelease[item]!,
    reason: reason?.code ?? '',
    basis: basisKey(reason?.basis ?? {}),
  }
}

const basisKey = ({ tag, anchorId, labelKey, topic }: Basis): string => tag ?? anchorId ?? labelKey ?? topic ?? ''
