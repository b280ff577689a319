import type { ProviderMeasures } from './measure-provider.js'

/** What a narrative is held to (docs/product: personal, and for the right reason), and whether it was reached. */
export interface Goal {
  readonly name: 'first-reason' | 'personal' | 'opinion-words' | 'swap-listeners' | 'swap-items' | 'lists-mostly-own'
  readonly goal: number
  readonly direction: 'at-least' | 'at-most'
  /** null: there was nothing to measure. */
  readonly value: number | null
  readonly isMet: boolean | null
}

function goal(name: Goal['name'], direction: Goal['direction'], limit: number, value: number | null): Goal {
  return { name, goal: limit, direction, value, isMet: value === null ? null : direction === 'at-least' ? value >= limit : value <= limit }
}

export function goalsOf({ reasons, swap, own }: ProviderMeasures): readonly Goal[] {
  return [
    goal('first-reason', 'at-least', 0.9, reasons.firstReason.share),
    goal('personal', 'at-least', 0.8, reasons.personal.share),
    goal('opinion-words', 'at-most', 1 / 3, reasons.opinionWords.share),
    goal('swap-listeners', 'at-least', 0.7, swap.listeners.share),
    goal('swap-items', 'at-least', 0.7, swap.items.share),
    goal('lists-mostly-own', 'at-least', 0.6, own.listsMostlyOwn.share),
  ]
}
