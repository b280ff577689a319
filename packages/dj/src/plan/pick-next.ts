import type { Candidate, ItemTraits } from './candidate.js'
import { seededRandom } from './seeded-random.js'

/** So many items apart: an artist or show, a release, a label. */
export const spacing = { by: 6, release: 10, label: 1 } as const
/** Items of five neighbouring years in a row at most. */
const MOST_OF_ONE_ERA = 3
/** Items with the same first tag in a row at most. */
const MOST_OF_ONE_TAG = 3
/** How much of the distances is asked for: what rows of an era and a genre ask is given up first, distances last. */
export interface Strictness {
  /** Share of the distances, 0 to 1. */
  readonly share: number
  /** Whether rows of one era or one genre are broken. */
  readonly rows: boolean
}
export const strictnesses: readonly Strictness[] = [
  { share: 1, rows: true },
  { share: 1, rows: false },
  { share: 0.5, rows: false },
  { share: 0, rows: false },
]

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

/** The candidate that suits best after what was planned: far from its like, in step with the arc, near in era and genre. null: there is none that is as far as asked for. */
export function pickNext(candidates: readonly Candidate[], context: PickContext, strictness?: Strictness): Candidate | null {
  const played = new Set(context.before.map(({ itemId }) => itemId))
  const fresh = candidates.filter(({ traits }) => !played.has(traits.itemId))
  for (const tried of strictness === undefined ? strictnesses : [strictness]) {
    const spaced = fresh.filter(({ traits }) => isSpaced(traits, context.before, tried))
    if (spaced.length > 0) return best(spaced, context)
  }
  return null
}

/** Whether an item is far enough from its like. */
export function isSpaced(traits: ItemTraits, before: readonly ItemTraits[], { share, rows }: Strictness = { share: 1, rows: true }): boolean {
  const within = (count: number): readonly ItemTraits[] => {
    const distance = Math.round(count * share)
    return distance === 0 ? [] : before.slice(-distance)
  }
  const { byKey, release, label } = traits
  if (within(spacing.by).some((other) => other.byKey !== '' && other.byKey === byKey)) return false
  if (release !== null && within(spacing.release).some((other) => other.release === release && other.byKey === byKey)) return false
  if (!rows) return true
  if (label !== null && within(spacing.label).some((other) => other.label === label)) return false
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
