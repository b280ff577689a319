import type { SteerOperation } from './steering/steer-operation.js'

/** All that a listener asked for and that still holds. */
export interface Wishes {
  /** Steps from what the arc would have: negative is calmer. */
  readonly energy: number
  readonly seedIds: readonly string[]
  /** To be played as soon as possible, in this order. */
  readonly playIds: readonly string[]
  readonly withoutIds: readonly string[]
  /** Inclusive; null: open. */
  readonly years: { readonly from: number | null; readonly to: number | null } | null
  readonly onlyTags: readonly string[]
  readonly withoutTags: readonly string[]
  readonly length: { readonly minMs: number | null; readonly maxMs: number | null } | null
  readonly rediscover: { readonly year: number | null } | null
  readonly episodes: readonly { readonly topic: string | null; readonly maxMs: number | null }[]
}

export const noWishes: Wishes = {
  energy: 0,
  seedIds: [],
  playIds: [],
  withoutIds: [],
  years: null,
  onlyTags: [],
  withoutTags: [],
  length: null,
  rediscover: null,
  episodes: [],
}

const MOST_ENERGY_STEPS = 3

/** What is wished for after an operation. Operations that are about the session itself, not about what plays, change nothing here. */
export function withOperation(wishes: Wishes, operation: SteerOperation): Wishes {
  switch (operation.type) {
    case 'energy': {
      const steps = wishes.energy + (operation.direction === 'calmer' ? -1 : 1)
      return { ...wishes, energy: Math.max(-MOST_ENERGY_STEPS, Math.min(MOST_ENERGY_STEPS, steps)) }
    }
    case 'more-like':
      return { ...wishes, seedIds: operation.seedIds, rediscover: null }
    case 'play':
      return { ...wishes, playIds: [...new Set([...operation.ids, ...wishes.playIds])] }
    case 'without':
      return {
        ...wishes,
        withoutIds: [...new Set([...wishes.withoutIds, ...operation.ids])],
        seedIds: without(wishes.seedIds, operation.ids),
        playIds: without(wishes.playIds, operation.ids),
      }
    case 'years':
      return { ...wishes, years: operation.from === null && operation.to === null ? null : { from: operation.from, to: operation.to } }
    case 'only-tags':
      return { ...wishes, onlyTags: operation.tags, withoutTags: without(wishes.withoutTags, operation.tags) }
    case 'without-tags':
      return {
        ...wishes,
        withoutTags: [...new Set([...wishes.withoutTags, ...operation.tags])],
        onlyTags: without(wishes.onlyTags, operation.tags),
      }
    case 'length':
      return { ...wishes, length: operation.minMs === null && operation.maxMs === null ? null : { minMs: operation.minMs, maxMs: operation.maxMs } }
    case 'rediscover':
      return { ...wishes, rediscover: { year: operation.year }, seedIds: [] }
    case 'episode':
      return { ...wishes, episodes: [...wishes.episodes, { topic: operation.topic, maxMs: operation.maxMs }] }
    case 'forget-requests':
      return noWishes
    case 'adventurousness':
    case 'kinds':
    case 'talk':
    case 'playback':
      return wishes
  }
}

function without(list: readonly string[], gone: readonly string[]): readonly string[] {
  const lower = new Set(gone.map((entry) => entry.toLowerCase()))
  return list.filter((entry) => !lower.has(entry.toLowerCase()))
}
