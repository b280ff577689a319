import type { ItemTraits } from '../plan/candidate.js'
import { clock } from './clock.js'
import { pairEvidence, type Pair, type Shared } from './pair-evidence.js'
import { remixerIn } from './remixer-in.js'
import type { TalkGround } from './talk-ground.js'
import { keyOf, type TalkIdea } from './talk-idea.js'

/** Years apart that are worth a word. */
const MOST_YEARS = 40

/** What leads from the item before to this one: what they share, or how they differ. */
export function findBridges({ traits, facts, previous }: TalkGround): readonly TalkIdea[] {
  if (previous === null || traits.kind !== 'track' || previous.traits.kind !== 'track' || traits.title === '' || previous.traits.title === '') return []
  const other = previous.traits
  const source = facts.find(({ property }) => property === 'item')?.source
  if (source === undefined || traits.by === '' || other.by === '') return []
  const names = { itemId: traits.itemId, title: traits.title, artist: traits.by, otherTitle: other.title, otherArtist: other.by, source, query: null }
  return between(traits, other).map(({ shared, value, worth }): TalkIdea => {
    const pair: Pair = { ...names, shared, value }
    const evidence = pairEvidence('bridge', pair)
    return {
      kind: 'bridge',
      reason: 'exploration',
      evidence: [evidence],
      keys: [keyOf(evidence), `bridge ${shared} ${shared === 'label' ? value : ''}`],
      worth,
    }
  })
}

interface Step {
  readonly shared: Shared
  readonly value: string
  readonly worth: number
}

function between(one: ItemTraits, other: ItemTraits): readonly Step[] {
  const steps: Step[] = []
  const add = (shared: Shared, value: string, worth: number): void => void steps.push({ shared, value, worth })
  if (one.label !== null && one.label === other.label) add('label', one.label, 1.3)
  if (one.release !== null && one.release === other.release && one.byKey === other.byKey) add('record', one.release, 1.2)
  if (one.title.toLowerCase() === other.title.toLowerCase()) add('title', one.title, 2)
  const [remixer, before] = [remixerIn(one.title)?.toLowerCase(), other.by.toLowerCase()]
  if (remixer === before) add('remixer', other.by, 1.8)
  if (one.durationMs !== null && other.durationMs !== null) {
    if (clock(one.durationMs) === clock(other.durationMs)) add('length', clock(one.durationMs), 1.4)
    else if (one.durationMs > 2 * other.durationMs) add('longer', clock(one.durationMs), 0.8)
    else if (2 * one.durationMs < other.durationMs) add('shorter', clock(one.durationMs), 0.8)
  }
  if (one.year !== null && other.year !== null && Math.abs(one.year - other.year) <= MOST_YEARS) {
    if (one.year === other.year) add('year', String(one.year), 0.5)
    else add(one.year > other.year ? 'later' : 'earlier', String(Math.abs(one.year - other.year)), 0.6)
  }
  return steps
}
