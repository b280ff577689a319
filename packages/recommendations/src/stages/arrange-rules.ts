import { NONE } from '../model/catalogue-index.js'
import type { StageContext } from '../stage.js'
import type { Suggestion } from '../suggestion.js'
import type { Description } from './likeness.js'
import { between, type Dial } from './dial.js'

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
  /** At most so many in a row from the same five years. Left out: eras do not matter. */
  readonly sameEraInRow?: number
  /** Share of the places for artists and shows that the listener never played, 0 to 1, held from the top on. Left out: as the scores fall. */
  readonly newCreators?: Dial
  /** At least this share of the places, from the top on, is for the little heard; settings may say otherwise. Left out: none is kept free. */
  readonly exposureFloor?: number
  /** What likeness to the ten before costs, per unit of the mean cosine of tags and topics. Left out: nothing. */
  readonly spread?: Dial
  /** How long the arranged list gets; what comes after is left out. */
  readonly length: number
}

/** A suggestion with what the rules look at. */
export interface Placed {
  readonly suggestion: Suggestion
  readonly description: Description
  readonly creators: Uint32Array
  readonly release: number
  /** Five years by number; NONE where the year is unknown. */
  readonly era: number
  readonly reason: string
  /** What the strongest reason rests on; '' where it rests on the item's own artist, release or show, which spacing looks after. */
  readonly basis: string
  /** Whether something that the listener plays speaks for it; what only fills a list up has nothing of the kind. */
  readonly isFounded: boolean
  /** By nobody whom the listener plays. */
  readonly isNew: boolean
  /** See `isLittleHeard`. */
  readonly isLittleHeard: boolean
}

export type Rule = (candidate: Placed) => boolean

const REASON_WINDOW = 10

/** The rules for the next place, the one that gives way last first. What they look at is counted once a place, not once a candidate. */
export function rulesAfter(placed: readonly Placed[], waiting: readonly Placed[], numbers: ArrangeNumbers, context: StageContext): readonly Rule[] {
  const { kinds, adventurousness, profile, exposureFloor } = context
  const recent = {
    track: new Set(lastOf(placed, numbers.artistSpacing).flatMap(({ creators }) => [...creators])),
    episode: new Set(lastOf(placed, numbers.showSpacing).flatMap(({ creators }) => [...creators])),
  }
  const fullRow = kinds.length > 1 ? rowOf(placed, numbers.sameKindInRow, ({ suggestion }) => suggestion.kind) : null
  const fullEra = numbers.sameEraInRow === undefined ? null : rowOf(placed, numbers.sameEraInRow, ({ era }) => era)
  const release = placed.at(-1)?.release ?? NONE
  const window = lastOf(placed, REASON_WINDOW - 1)
  const reasons = countBy(window, ({ reason }) => reason)
  const bases = countBy(window, ({ basis }) => basis)
  const place = placed.length + 1
  const floor = exposureFloor ?? numbers.exposureFloor ?? 0
  const owedExposure = placed.filter(({ isLittleHeard }) => isLittleHeard).length < Math.ceil(floor * place)
  const strangers = placed.filter(({ isNew }) => isNew).length
  // A list opens with something known: trust first. The smallest part keeps 0.57 x 100 from being 56.
  const wantsNew =
    numbers.newCreators === undefined || profile.isEmpty ? null : strangers < Math.floor(between(numbers.newCreators, adventurousness) * place + 1e-9)
  const isFoundedLeft = waiting.some(({ isFounded }) => isFounded)
  return [
    (candidate) => !owedExposure || candidate.isLittleHeard,
    (candidate) => !candidate.creators.some((creator) => recent[candidate.suggestion.kind].has(creator)),
    (candidate) => candidate.release === NONE || candidate.release !== release,
    (candidate) => wantsNew === null || candidate.isNew === wantsNew,
    (candidate) => candidate.suggestion.kind !== fullRow,
    (candidate) => candidate.isFounded || !isFoundedLeft,
    (candidate) => candidate.era === NONE || candidate.era !== fullEra,
    (candidate) => (reasons.get(candidate.reason) ?? 0) < numbers.sameReasonInTen,
    (candidate) => candidate.basis === '' || (bases.get(candidate.basis) ?? 0) < numbers.sameBasisInTen,
  ]
}

/** What the last `count` all are; null where they differ or are fewer. */
function rowOf<Key>(placed: readonly Placed[], count: number, keyOf: (placed: Placed) => Key): Key | null {
  const row = new Set(lastOf(placed, count).map(keyOf))
  return placed.length >= count && row.size === 1 ? [...row][0]! : null
}

const lastOf = <Element>(list: readonly Element[], count: number): readonly Element[] => (count === 0 ? [] : list.slice(-count))

function countBy(placed: readonly Placed[], keyOf: (placed: Placed) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const each of placed) counts.set(keyOf(each), 1 + (counts.get(keyOf(each)) ?? 0))
  return counts
}
