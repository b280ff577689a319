import type { StartDj, SteerDj } from '@linernotes/dj'
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import type { Connection } from '../graph/connection.js'
import { PageArguments, pageRequest } from '../graph/page-arguments.js'
import { UrlScalar } from '../graph/scalars.js'
import { listenerIdOf } from '../listeners/listener-id-of.js'
import { SessionFormat } from './dj.enums.js'
import { DjSegmentConnection } from './dj-segment.type.js'
import { DjSessionType, StartDjResult, SteerDjResult } from './dj-session.type.js'
import { readSegments } from './read-segments.js'
import { StartDjInput } from './start-dj.input.js'
import { SteerDjInput } from './steer-dj.input.js'
import { toDjResult, toSessionView, type SegmentView, type SessionView } from './to-dj-event.js'

@Resolver(() => DjSessionType)
export class DjSessionResolver {
  @Query(() => DjSessionType, { nullable: true, description: 'A DJ session by its id; null: there is none.' })
  async djSession(@Arg('id', () => ID, { description: 'The session.' }) id: string, @Ctx() { djLoaders }: GatewayContext): Promise<SessionView | null> {
    const session = await djLoaders.sessions.load(id)
    return session && toSessionView(session)
  }

  @Mutation(() => StartDjResult, {
    description: 'Starts a DJ session. Follow it with the subscription `djSession`; tell what was heard with `recordFeedback`.',
  })
  async startDjSession(
    @Arg('input', () => StartDjInput, { description: 'What it shall be like.' }) input: StartDjInput,
    @Ctx() context: GatewayContext,
  ): Promise<object> {
    const listenerId = await listenerIdOf(context, input.listenerId)
    return toDjResult(await context.dj.start(await startDj(context, listenerId, input), context.signal))
  }

  @Mutation(() => SteerDjResult, { description: 'Changes a running session: in words, or by its controls. What plays now goes on, unless it is skipped.' })
  async steerDjSession(
    @Arg('input', () => SteerDjInput, { description: 'What shall change.' }) input: SteerDjInput,
    @Ctx() { dj, signal }: GatewayContext,
  ): Promise<object> {
    return toDjResult(await dj.steer(steerDj(input), signal))
  }

  @FieldResolver(() => DjSegmentConnection, { description: 'What was played, plays and is planned, by position.' })
  async segments(
    @Root() { id }: SessionView,
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { dj, signal }: GatewayContext,
  ): Promise<Connection<SegmentView>> {
    return await readSegments(dj, id, pageRequest(page, 20), signal)
  }

  @FieldResolver(() => UrlScalar, { description: 'Where the session can be fetched as a playlist; it grows with the session.' })
  export(
    @Root() { id }: SessionView,
    @Arg('format', () => SessionFormat, { defaultValue: SessionFormat.JSPF, description: 'As what.' }) format: SessionFormat,
    @Ctx() { addressOf }: GatewayContext,
  ): string {
    return addressOf(`/export/dj/${id}.${format}`)
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why talk stays text for now, in one line; null: there is a voice for it.' })
  async speechUnavailable(@Ctx() { speaker, signal }: GatewayContext): Promise<string | null> {
    return await speaker.silence({ signal })
  }

  @FieldResolver(() => Int, {
    description:
      'Number of the event that brought it; where it was read by another operation, of the newest event it takes in: `resumeAfterSeq` continues there.',
  })
  async seq(@Root() { id, seq }: SessionView, @Ctx() { djLoaders }: GatewayContext): Promise<number> {
    return seq ?? (await djLoaders.newestSeqs.load(id))
  }
}

async function startDj(context: GatewayContext, listenerId: string | null, input: StartDjInput): Promise<StartDj> {
  return {
    listenerId,
    request: input.request ?? null,
    kinds: input.kinds ?? ['track'],
    adventurousness: input.adventurousness ?? 0.4,
    talkEvery: input.talkEvery ?? 1,
    provider: input.provider ?? null,
    language: input.language ?? (listenerId === null ? null : await context.loaders.locale.load(listenerId)) ?? 'en',
    seed: input.seed ?? null,
  }
}

function steerDj({ sessionId, request, talkEvery, adventurousness, skip, pause }: SteerDjInput): SteerDj {
  return {
    sessionId,
    request: request ?? null,
    talkEvery: talkEvery ?? null,
    adventurousness: adventurousness ?? null,
    skip: skip ?? false,
    pause: pause ?? null,
  }
}
