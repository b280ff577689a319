import { ordinal } from './number-words'

export interface Worth {
  readonly rank: number
  readonly counterfactualRank: number | null
  /** Whether the reason rests on anything that was played. */
  readonly restsOnHistory: boolean
}

/** What a reason was worth, said: where the item would stand if the plays behind the reason had never been. */
export function worthWords({ rank, counterfactualRank, restsOnHistory }: Worth): string {
  if (!restsOnHistory) return 'Rests on nothing that was played, so nothing can be taken away.'
  if (counterfactualRank === null) return `Without the plays behind it, this would not be on the list at all.`
  if (counterfactualRank === rank) return `Without the plays behind it, this would still be ${ordinal(rank)}.`
  const places = Math.abs(counterfactualRank - rank)
  return `Without the plays behind it, this would be ${ordinal(counterfactualRank)}: ${places} ${places === 1 ? 'place' : 'places'} ${counterfactualRank > rank ? 'down' : 'up'}.`
}
