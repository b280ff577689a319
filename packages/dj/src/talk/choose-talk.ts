import { pickByWeight, seededRandom } from '../plan/seeded-random.js'
import type { TalkKind } from '../session.js'
import type { TalkIdea } from './talk-idea.js'
import type { TalkMemory } from './talk-memory.js'

/** After a callback, so many talks without one. */
const CALLBACK_REST = 3
/** After so many talks in a row, silence is talk, too. */
const TALKS_IN_A_ROW = 5

/** What is said next: what is true, has not been told, and is not the kind that was heard lately. null: nothing. */
export function chooseTalk(ideas: readonly TalkIdea[], memory: TalkMemory, seed: number, position: number): TalkIdea | null {
  if (isTimeForSilence(memory.kinds)) return null
  const told = new Set(memory.told)
  const callbackHeard = memory.kinds
    .filter((kind) => kind !== 'silence')
    .slice(-CALLBACK_REST)
    .includes('callback')
  const fresh = ideas.filter((idea) => !idea.keys.some((key) => told.has(key)) && !(idea.kind === 'callback' && callbackHeard))
  return pickByWeight(fresh, (idea) => idea.worth * variety(idea.kind, memory.kinds), seededRandom(seed, position, 'talk')) ?? null
}

function isTimeForSilence(kinds: readonly TalkKind[]): boolean {
  return kinds.length >= TALKS_IN_A_ROW && kinds.slice(-TALKS_IN_A_ROW).every((kind) => kind !== 'silence')
}

/** A kind that was just heard waits. */
function variety(kind: TalkKind, heard: readonly TalkKind[]): number {
  const ago = heard.toReversed().indexOf(kind)
  if (ago < 0) return 1
  return ago === 0 ? 0.08 : Math.min(1, 0.3 + 0.2 * ago)
}
