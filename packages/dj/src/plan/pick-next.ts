import type { Candidate, ItemTraits } from './candidate.js'
import { seededRandom } from './seeded-random.js'

/** So many items apart: an artist or show, a release, a label. */
export const spacing = { by: 6, release: 10, label: 1 } as const
/** Items of five neighbouring years in a row at most. */
const MOST_OF_ONE_ERA = 3
/** Items with the same first tag in a row at most. */
const MOST_OF_ONE_TAG = 3
/** Spacing is given up step by step where nothing else is left. */
const looser = [1, 0.5, 0] as const

export interface PickContext {
  readonly seed: number
  /** Of the item that is picked, from 0. */
  readonly position: number
  /** What was planned before it, the last one last. */
  readonly before: readonly ItemTraits[]
  /** Steps from the arc that the listener asked for. */
  readonly energy: number
}

/** Energy that a place in the session should have, 0 to 1: it rises and falls over nine items, from a start that the seed chooses, moved by what was asked for. */
export function energyAt(seed: number, position: number, steps: number): number {
  const start = seededRandom(seed, 'arc')()
  const wave = 0.5 + 0.22 * Math.sin((2 * Math.PI * position) / 9 + 2 * Math.PI * start)
  return Math.max(0, Math.min(1, wave + 0.25 * steps))
}

/** The candidate that suits best after what was planned: far from its like, in step with the arc, near in era and genre. null: there is none. */
export function pickNext(candidates: readonly Candidate[], context: PickContext): Candidate | null {
  const played = new Set(context.before.map(({ itemId }) => itemId))
  const fresh = candidates.filter(({ traits }) => !played.has(traits.itemId))
  for (const share of looser) {
    const spaced = fresh.filter(({ traits }) => isSpaced(traits, context.before, share))
    if (spaced.length > 0) return best(spaced, context)
  }
  return null
}

/** Whether an item is far enough from its like; `share` of the usual distance is asked for. */
export function isSpaced(traits: ItemTraits, before: readonly ItemTraits[], share = 1): boolean {
  const within = (count: number): readonly ItemTraits[] => (count === 0 ? [] : before.slice(-count))
  const { byKey, release, label } = traits
  if (within(Math.round(spacing.by * share)).some((other) => other.byKey !== '' && other.byKey === byKey)) return false
  if (release !== null && within(Math.round(spacing.release * share)).some((other) => other.release === release && other.byKey === byKey)) return false
  if (label !== null && within(Math.round(spacing.label * share)).some((other) => other.label === label)) return false
  if (share < 1) return true
  return (
    !isRow(
      before,
      MOST_OF_ONE_ERA,
      (other) => other.year !== null && traits.year !== null && Math.abs(other.year - traits.year) <= 2 && other.kind === traits.kind,
    ) && !isRow(before, MOST_OF_ONE_TAG, (other) => other.tags.length > 0 && isSameGenre(other, traits))
  )
}

function isRow(before: readonly ItemTraits[], length: number, isLike: (other: ItemTraits) => boolean): boolean {
  return before.length >= length && before.slice(-length).every(isLike)
}

/** A first tag such as Electronic says little: two are of one genre where all of their tags are the same. */
function isSameGenre(one: ItemTraits, other: ItemTraits): boolean {
  return one.tags.length === other.tags.length && one.tags.every((tag) => other.tags.includes(tag))
}

function best(candidates: readonly Candidate[], context: PickContext): Candidate | null {
  const { seed, position, before } = context
  const wanted = energyAt(seed, position, context.energy)
  const last = before.at(-1)
  const scored = candidates.map((candidate) => ({
    candidate,
    cost: costOf(candidate, wanted, last) + 0.15 * seededRandom(seed, position, candidate.traits.itemId)(),
  }))
  scored.sort((one, other) => one.cost - other.cost || (one.candidate.traits.itemId < other.candidate.traits.itemId ? -1 : 1))
  return scored[0]?.candidate ?? null
}

function costOf({ traits, place }: Candidate, wanted: number, last: ItemTraits | undefined): number {
  // What is not known is no reason to leave an item out, and none to prefer it.
  const energy = traits.energy === null ? 0.25 : Math.abs(traits.energy - wanted)
  const step = traits.year === null || last?.year == null ? 0.1 : Math.min(Math.abs(traits.year - last.year), 20) / 60
  const shared =
    last === undefined ? 0 : traits.tags.filter((tag) => last.tags.includes(tag)).length / Math.max(1, new Set([...traits.tags, ...last.tags]).size)
  // Some in common leads on; all the same stands still.
  const genre = Math.abs(shared - 0.35) * 0.15
  return 0.6 * place + 0.9 * energy + step + genre
}
