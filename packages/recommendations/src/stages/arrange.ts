import { columnsOf } from '../model/compressed-rows.js'
import { NONE } from '../model/catalogue-index.js'
import type { Stage, StageContext } from '../stage.js'
import { isReason, type Basis, type Suggestion } from '../suggestion.js'

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
    const spacing = (candidate: Placed): number => (candidate.suggestion.kind === 'track' ? numbers.artistSpacing : numbers.showSpacing)
    const rules: readonly ((candidate: Placed) => boolean)[] = [
      (candidate) => !lastOf(placed, spacing(candidate)).some((other) => other.creators.some((creator) => candidate.creators.includes(creator))),
      (candidate) => candidate.release === NONE || placed.at(-1)?.release !== candidate.release,
      (candidate) => {
        const row = lastOf(placed, numbers.sameKindInRow)
        return context.kinds.length === 1 || row.length < numbers.sameKindInRow || row.some((other) => other.suggestion.kind !== candidate.suggestion.kind)
      },
      (candidate) => lastOf(placed, REASON_WINDOW - 1).filter((other) => other.reason === candidate.reason).length < numbers.sameReasonInTen,
      (candidate) =>
        candidate.basis === '' || lastOf(placed, REASON_WINDOW - 1).filter((other) => other.basis === candidate.basis).length < numbers.sameBasisInTen,
    ]
    while (waiting.length > 0 && placed.length < numbers.length) {
      let next = -1
      for (let kept = rules.length; next === -1; kept--) next = waiting.findIndex((candidate) => rules.slice(0, kept).every((rule) => rule(candidate)))
      placed.push(...waiting.splice(next, 1))
    }
    return placed.map(({ suggestion }) => suggestion)
  }

const lastOf = <Element>(list: readonly Element[], count: number): readonly Element[] => (count === 0 ? [] : list.slice(-count))

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
