import type { Recommendation } from '@linernotes/serving'
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { NarrateInput } from '../narratives/narrate.input.js'
import { narrateOptions } from '../narratives/narrate-options.js'
import { toNarrativeResult } from '../narratives/narrative-result.js'
import { NarrativeResult } from '../narratives/narrative.type.js'
import { listenerIdOf } from '../listeners/listener-id-of.js'
import type { ReasonOf } from './reason.resolver.js'
import { Reason } from './reason.type.js'
import { ReceiptType } from './receipt.type.js'
import { toReceipt } from './to-receipt.js'
import { RecommendInput } from './recommend.input.js'
import { recommendRequest } from './recommend-request.js'
import { RecommendationConnection, RecommendationType, RecommendedItem } from './recommendation.type.js'
import { toRecommendationConnection } from './recommendation-connection.js'

@ArgsType()
class RecommendationPage {
  @Field(() => Int, { nullable: true, defaultValue: 10, description: 'How many, at most 100.' })
  first?: number | null
  @Field(() => String, { nullable: true, description: 'Continue behind this cursor.' })
  after?: string | null
}

@Resolver(() => RecommendationType)
export class RecommendationResolver {
  @Query(() => RecommendationConnection, { description: 'What to play next, with why. An unknown listener gets non-profiled recommendations.' })
  async recommendations(
    @Arg('input', () => RecommendInput, { description: 'What to recommend, to whom.' }) input: RecommendInput,
    @Args(() => RecommendationPage) page: RecommendationPage,
    @Ctx() context: GatewayContext,
  ): Promise<RecommendationConnection> {
    const request = recommendRequest(input, await listenerIdOf(context, input.listenerId), page)
    return toRecommendationConnection(await context.platform.recommend(request, context.signal), request.afterRank)
  }

  @FieldResolver(() => RecommendedItem, { description: 'What is recommended.' })
  async item(@Root() { itemId, kind }: Recommendation, @Ctx() { loaders }: GatewayContext): Promise<object | null> {
    return kind === 'track' ? await loaders.tracks.load(itemId) : await loaders.episodes.load(itemId)
  }

  @FieldResolver(() => [Reason], { description: 'Strongest first; what the ranker really used.' })
  reasons(@Root() recommendation: Recommendation): readonly ReasonOf[] {
    return recommendation.reasons.map((reason) => ({ ...reason, of: recommendation }))
  }

  @FieldResolver(() => ReceiptType, { description: 'Everything that put it at its rank, signed.' })
  receipt(@Root() { receipt }: Recommendation): ReceiptType {
    return toReceipt(receipt)
  }

  @FieldResolver(() => NarrativeResult, { description: 'Why, in a short text that is true word by word.' })
  async narrative(
    @Root() recommendation: Recommendation,
    @Arg('input', () => NarrateInput, { nullable: true, description: 'How to narrate.' }) input: NarrateInput | null,
    @Ctx() context: GatewayContext,
  ): Promise<object> {
    const { itemId, kind, listenerId, reasons, facts } = recommendation
    return toNarrativeResult(
      await context.loaders.narrative(await narrateOptions(context, listenerId, input)).load({ itemId, kind, listenerId, reasons, facts }),
    )
  }
}
