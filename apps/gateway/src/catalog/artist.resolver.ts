import { tracksByArtist, type Artist } from '@linernotes/catalog'
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { toConnection } from '../graph/connection.js'
import { PageArguments, pageRequest } from '../graph/page-arguments.js'
import { ExternalId, Tag } from '../graph/source.type.js'
import { ArtistType } from './artist.type.js'
import { externalIds, toTags } from './catalog-fields.js'
import { TrackConnection } from './track.type.js'

@Resolver(() => ArtistType)
export class ArtistResolver {
  @Query(() => ArtistType, { nullable: true, description: 'An artist by id.' })
  async artist(@Arg('id', () => ID, { description: 'The id.' }) id: string, @Ctx() { loaders }: GatewayContext): Promise<object | null> {
    return await loaders.artists.load(id)
  }

  @FieldResolver(() => [Tag], { description: 'What the artist plays, strongest first.' })
  async tags(@Root() { id }: Artist, @Ctx() { loaders }: GatewayContext): Promise<object[]> {
    return toTags(await loaders.artistTags.load(id))
  }

  @FieldResolver(() => [ExternalId], { description: 'The artist in other systems.' })
  async externalIds(@Root() artist: Artist, @Ctx() context: GatewayContext): Promise<object[]> {
    return await externalIds(artist, context)
  }

  @FieldResolver(() => TrackConnection, { description: 'Tracks by the artist, in the order of their releases.' })
  async tracks(@Root() { id }: Artist, @Args(() => PageArguments) wanted: PageArguments, @Ctx() { loaders, platform }: GatewayContext): Promise<object> {
    const page = pageRequest(wanted, 20)
    return toConnection(await loaders.page('tracksByArtist', page, (ids) => tracksByArtist(platform.database.db, ids, page)).load(id), page)
  }
}
