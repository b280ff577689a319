import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { badInput } from '../errors.js'
import { listenerIdOf } from '../listeners/listener-id-of.js'
import { NarrateInput } from './narrate.input.js'
import { narrateOptions } from './narrate-options.js'
import { toNarrativeResult } from './narrative-result.js'
import { NarrativeResult } from './narrative.type.js'

/** Side by side means few: each costs a whole narration. */
const MOST_PROVIDERS = 8

@ArgsType()
export class NarrativeArguments {
  @Field(() => ID, { description: 'Track or episode.' })
  itemId!: string
  @Field(() => ID, { nullable: true, description: "For whom: our id or the client's own; left out: the authenticated listener, or nobody in particular." })
  listenerId?: string | null
  @Field(() => NarrateInput, { nullable: true, description: 'How to narrate.' })
  input?: NarrateInput | null
}

@Resolver()
export class NarrateResolver {
  @Query(() => NarrativeResult, { description: 'A narrative about one item, for the authenticated listener or for nobody in particular.' })
  async narrative(@Args(() => NarrativeArguments) { itemId, listenerId: wanted, input }: NarrativeArguments, @Ctx() context: GatewayContext): Promise<object> {
    const listenerId = await listenerIdOf(context, wanted)
    const options = await narrateOptions(context, listenerId, input ?? null)
    return toNarrativeResult(await context.platform.narrateItem(itemId, listenerId, options, context.signal))
  }

  @Query(() => [NarrativeResult], { description: 'The same brief, written by several providers, side by side.' })
  async compareNarratives(
    @Args(() => NarrativeArguments) { itemId, listenerId: wanted, input }: NarrativeArguments,
    @Arg('providers', () => [String], { description: 'Keys of providers, at most eight.' }) providers: string[],
    @Ctx() context: GatewayContext,
  ): Promise<readonly object[]> {
    if (providers.length === 0 || providers.length > MOST_PROVIDERS) throw badInput(`providers: expected 1 to ${MOST_PROVIDERS} keys`)
    const listenerId = await listenerIdOf(context, wanted)
    const options = await narrateOptions(context, listenerId, input ?? null)
    return (await context.platform.compareProviders(itemId, listenerId, providers, options, context.signal)).map(toNarrativeResult)
  }
}
