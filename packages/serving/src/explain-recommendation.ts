import { Counterfactuals, readGround, type Reason, type RecommendContext } from '@linernotes/recommendations'
import type { Recommendation } from './recommendation.js'

/** What a reason of a recommendation was worth. */
export interface ReasonWorth {
  /** The history items on which it rests; none where it rests on no history. */
  historyItemIds(): Promise<readonly string[]>
  /** Where the item would rank without them; null: not in the list at all. */
  counterfactualRank(): Promise<number | null>
}

/** Nothing is computed before it is asked for; reasons of one list that rest on the same plays share one ranking. */
export function worthOf(context: () => Promise<RecommendContext>, recommendation: Recommendation, { basis }: Pick<Reason, 'basis'>): ReasonWorth {
  return {
    async historyItemIds() {
      return (await counterfactualsOf(await context(), recommendation)).historyItemIds(basis)
    },
    async counterfactualRank() {
      const within = await context()
      const counterfactuals = await counterfactualsOf(within, recommendation)
      return await counterfactuals.rankWithout(recommendation.itemId, counterfactuals.historyItemIds(basis), within.signal)
    },
  }
}

const reread = new WeakMap<Recommendation, Promise<Counterfactuals>>()

/** Those of the list that it has just come in; of one that was found by its id, those of the same question, asked of the data as they are now. */
async function counterfactualsOf(context: RecommendContext, recommendation: Recommendation): Promise<Counterfactuals> {
  if (recommendation.counterfactuals !== null) return recommendation.counterfactuals
  const reading = reread.get(recommendation) ?? rereadGround(context, recommendation)
  reread.set(recommendation, reading)
  reading.catch(() => reread.delete(recommendation))
  return await reading
}

async function rereadGround(context: RecommendContext, { receipt, listenerId, kind, recipe, rank }: Recommendation): Promise<Counterfactuals> {
  const asked = receipt?.request ?? { listenerId, kinds: [kind], recipe }
  return new Counterfactuals(await readGround(context, { ...asked, limit: rank }))
}
