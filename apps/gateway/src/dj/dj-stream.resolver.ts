import { Args, ArgsType, Field, ID, Int, Resolver, Root, Subscription } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { badInput } from '../errors.js'
import { DjEvent } from './dj-event.type.js'
import { toDjEvent } from './to-dj-event.js'

@ArgsType()
class DjStreamArguments {
  @Field(() => ID, { description: 'The session.' })
  id!: string
  @Field(() => Int, {
    nullable: true,
    description:
      'The last `seq` that was seen: only what came after it follows. Left out: first the state as it is, the session and its segments from the one that plays.',
  })
  resumeAfterSeq?: number | null
}

async function* events({ args, context }: { readonly args: object; readonly context: GatewayContext }): AsyncGenerator<object> {
  const { id, resumeAfterSeq = null } = args as DjStreamArguments
  if (resumeAfterSeq !== null && resumeAfterSeq < 0) throw badInput(`resumeAfterSeq: expected the seq of an event, got ${resumeAfterSeq}`)
  const signal = AbortSignal.any([context.signal, context.stopping])
  const happening = await context.dj.events(id, resumeAfterSeq, signal)
  if (happening === null) throw badInput('id: there is no DJ session with this id')
  try {
    for await (const event of happening) yield toDjEvent(event)
  } catch (error) {
    // A server that stops ends its streams; who follows comes back, with the last seq.
    if (!context.stopping.aborted) throw error
  }
}

@Resolver()
export class DjStreamResolver {
  @Subscription(() => DjEvent, {
    subscribe: (data: { readonly args: object; readonly context: GatewayContext }) => events(data),
    description:
      'What happens in a DJ session, to as many as follow it. Events are numbered by `seq`: after a cut, subscribe again with the last one. A stream that completes before the session has ended was ended by the server: subscribe again.',
  })
  djSession(@Root() event: object, @Args(() => DjStreamArguments) _arguments: DjStreamArguments): object {
    return event
  }
}
