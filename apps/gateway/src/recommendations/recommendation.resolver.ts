import type { Recommendation } from '@linernotes/serving'
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { badInput } from '../errors.js'
import { pageSize } from '../graph/page-arguments.js'
import { NarrateInput } from '../narratives/narrate.input.js'
import { narrateOptions } from '../narratives/narrate-options.js'
import { toNarrativeResult } from '../narratives/narrative-result.js'
import { NarrativeResult } from '../narratives/narrative.type.js'
import { listenerIdOf } from '../listeners/listener-id-of.js'
import { RecommendInput } from './recommend.input.js'
import { RecommendationConnection, RecommendationType, RecommendedItem } from './recommendation.type.js'
import { toRecommendationConnection } from './recommendation-connection.js'

@ArgsType()
class RecommendationPage {
  @Field(() => Int, { defaultValue: 10, description: 'How many, at most 100.' })
  first!: number
  @Field(() => String, { nullable: true, description: 'Continue behind this cursor.' })
  after?: string | null
}

@Resolver(() => RecommendationType)
export class RecommendationResolver {
  @Query(() => RecommendationConnection, { description: 'What to play next, with why. An unknown listener gets non-profiled recommendations.' })
  async recommendations(
    @Arg('input', () => RecommendInput, { description: 'What to recommend, to whom.' }) input: RecommendInput,
    @Args(() => RecommendationPage) { first, after }: RecommendationPage,
    @Ctx() context: GatewayContext,
  ): Promise<RecommendationConnection> {
    const afterRank = after ? Number(Buffer.from(after, 'base64url').toString().replace(/^rank:/, '')) : 0
    if (!Number.isInteger(afterRank) || afterRank < 0) throw badInput('after: expected a cursor of this list')
    const listenerId = await listenerIdOf(context, input.listenerId)
    const list = await context.platform.recommend({ ...withoutNulls(input), kinds: input.kinds ?? ['track'], listenerId, first: pageSize(first), afterRank }, context.signal)
    return toRecommendationConnection(list, afterRank)
  }

  @FieldResolver(() => RecommendedItem, { description: 'What is recommended.' })
  async item(@Root() { itemId, kind }: Recommendation, @Ctx() { loaders }: GatewayContext): Promise<object | null> {
    return kind === 'track' ? await loaders.tracks.load(itemId) : await loaders.episodes.load(itemId)
  }

  @FieldResolver(() => NarrativeResult, { description: 'Why, in a short text that is true word by word.' })
  async narrative(
    @Root() recommendation: Recommendation,
    @Arg('input', () => NarrateInput, { nullable: true, description: 'How to narrate.' }) input: NarrateInput | null,
    @Ctx() context: GatewayContext,
  ): Promise<object> {
    const { itemId, kind, listenerId, reasons } = recommendation
    return toNarrativeResult(await context.loaders.narrative(await narrateOptions(context, listenerId, input)).load({ itemId, kind, listenerId, reasons }))
  }
}

function withoutNulls(input: RecommendInput): Partial<{ [Key in keyof RecommendInput]: NonNullable<RecommendInput[Key]> }> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== undefined))
}
