import { Args, Ctx, Resolver, Root, Subscription } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { listenerIdOf } from '../listeners/listener-id-of.js'
import { narrateOptions } from './narrate-options.js'
import { toNarrativeEvent } from './narrative-result.js'
import { NarrativeArguments } from './narrate.resolver.js'
import { NarrativeEvent } from './narrative.type.js'

async function* events({ args, context }: { readonly args: object; readonly context: GatewayContext }): AsyncGenerator<object> {
  const { itemId, listenerId: wanted, input } = args as NarrativeArguments
  const listenerId = await listenerIdOf(context, wanted)
  const options = await narrateOptions(context, listenerId, input ?? null)
  for await (const event of context.platform.streamItem(itemId, listenerId, options, context.signal)) yield toNarrativeEvent(event)
}

@Resolver()
export class NarrativeStreamResolver {
  @Subscription(() => NarrativeEvent, {
    subscribe: (data: { readonly args: object; readonly context: GatewayContext }) => events(data),
    description: 'A narrative as it is written: verified sentences as they come, then the whole.',
  })
  narrative(@Root() event: object, @Args(() => NarrativeArguments) _arguments: NarrativeArguments, @Ctx() _context: GatewayContext): object {
    return event
  }
}
