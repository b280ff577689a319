import { findListener, findListeners, listeningHistories, tasteSummary, type Listener, type Taste } from '@linernotes/listening'
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { badInput } from '../errors.js'
import { toConnection, type Connection } from '../graph/connection.js'
import { PageArguments, pageRequest } from '../graph/page-arguments.js'
import { listenerIdOf } from './listener-id-of.js'
import { ListenerConnection, ListenerType, PlayConnection, TasteProfile } from './listener.type.js'

/** A place in a list that is ordered by external ids. */
const EXTERNAL_ID = /^[^]{1,200}$/
/** A place in a history: moment and play, base64url. */
const PLAY_CURSOR = /^[\w-]{40,200}$/

@ArgsType()
class HistoryArguments {
  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'How many, at most 100.' })
  first?: number | null
  @Field(() => String, { nullable: true, description: 'Continue behind this cursor.' })
  after?: string | null
  @Field(() => Int, { nullable: true, description: "Only plays of this calendar year, in the listener's time zone." })
  year?: number | null
  @Field(() => ID, { nullable: true, description: 'Only plays of this artist.' })
  artistId?: string | null
}

@Resolver(() => ListenerType)
export class ListenerResolver {
  @Query(() => ListenerType, { nullable: true, description: 'The listener who asks (header x-listener-id); null: nobody, or nobody known.' })
  async viewer(@Ctx() context: GatewayContext): Promise<object | null> {
    const id = await listenerIdOf(context, null)
    return id === null ? null : await findListener(context.platform.database.db, { id })
  }

  @Query(() => ListenerType, { nullable: true, description: "By our id or by the client's own; exactly one of them." })
  async listener(
    @Arg('id', () => ID, { nullable: true, description: 'Our id.' }) id: string | null,
    @Arg('externalId', () => String, { nullable: true, description: "The client's own id." }) externalId: string | null,
    @Ctx() { platform }: GatewayContext,
  ): Promise<object | null> {
    if ((id == null) === (externalId == null)) throw badInput('listener: give id or externalId, exactly one of them')
    return await findListener(platform.database.db, id == null ? { externalId: externalId ?? '' } : { id })
  }

  @Query(() => ListenerConnection, { description: 'All listeners.' })
  async listeners(@Args(() => PageArguments) wanted: PageArguments, @Ctx() { platform }: GatewayContext): Promise<Connection<Listener>> {
    const page = pageRequest(wanted, 20, EXTERNAL_ID)
    return toConnection(await findListeners(platform.database.db, page), page)
  }

  @FieldResolver(() => String, { description: 'IANA name; dates in words are said in it. UTC where unknown.' })
  timeZone(@Root() { timeZone }: Listener): string {
    return timeZone ?? 'UTC'
  }

  @FieldResolver(() => TasteProfile, { description: 'What the listener turns to.' })
  async taste(@Root() { id }: Listener, @Ctx() context: GatewayContext): Promise<object | null> {
    const taste = await context.loaders.tastes.load(id)
    return taste === null ? null : await toTasteProfile(taste, context)
  }

  @FieldResolver(() => PlayConnection, { description: 'Plays of what is in the catalogue, latest first.' })
  async history(
    @Root() { id }: Listener,
    @Args(() => HistoryArguments) wanted: HistoryArguments,
    @Ctx() { platform, loaders }: GatewayContext,
  ): Promise<object> {
    const page = pageRequest(wanted, 50, PLAY_CURSOR)
    const filter = { year: wanted.year ?? null, artistId: wanted.artistId ?? null }
    const plays = await loaders.page(JSON.stringify(['history', filter]), page, (ids) => listeningHistories(platform.database.db, ids, page, filter)).load(id)
    const items = await Promise.all(
      plays.nodes.map(({ itemId, itemKind }) => (itemKind === 'track' ? loaders.tracks.load(itemId) : loaders.episodes.load(itemId))),
    )
    return toConnection({ ...plays, nodes: plays.nodes.map((play, index) => ({ ...play, item: items[index] })) }, page)
  }
}

/** A profile shows the strongest few. */
const SHOWN = 10

async function toTasteProfile(taste: Taste, { loaders }: GatewayContext): Promise<object> {
  const tags = [...taste.tags].slice(0, SHOWN)
  const most = tags[0]?.[1].plays ?? 1
  const known = async (ids: readonly string[], load: (id: string) => Promise<object | null>): Promise<object[]> =>
    (await Promise.all(ids.slice(0, SHOWN).map(load))).filter((found) => found !== null)
  return {
    tags: tags.map(([name, { plays }]) => ({ name, weight: plays / most })),
    artists: await known([...taste.artists.keys()], (id) => loaders.artists.load(id)),
    shows: await known([...taste.shows.keys()], (id) => loaders.shows.load(id)),
    updatedAt: taste.total === null ? null : new Date(taste.total.lastPlayedAt),
    summary: tasteSummary(taste),
  }
}
