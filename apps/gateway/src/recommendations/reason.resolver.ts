import type { Reason as ReasonValue, Recommendation } from '@linernotes/serving'
import { Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { Reason } from './reason.type.js'

/** A reason, and of what. */
export type ReasonOf = ReasonValue & { readonly of: Recommendation }

@Resolver(() => Reason)
export class ReasonResolver {
  @FieldResolver(() => [ID], {
    description:
      'The history items on which it rests: all plays of the artists, release, tags, label, show or topics that it counts; of many artists whose audience leads to an item, the evidence tells the three that count most. Empty where it rests on no history. Pass them as `ignoreHistoryItemIds`, with everything else the same, and the item ranks at `counterfactualRank`.',
  })
  async historyItemIds(@Root() reason: ReasonOf, @Ctx() { platform, signal }: GatewayContext): Promise<readonly string[]> {
    return await platform.worthOf(reason.of, reason, signal).historyItemIds()
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Where the item would rank without this evidence: the recipe is followed again as if `historyItemIds` had never been played, still without recommending them. After `deleteListens` of them, the same list with them as `excludeIds` agrees. null: not in the list at all, which is 200 long.',
  })
  async counterfactualRank(@Root() reason: ReasonOf, @Ctx() { platform, signal }: GatewayContext): Promise<number | null> {
    return await platform.worthOf(reason.of, reason, signal).counterfactualRank()
  }
}
