import { tracksByRelease, type Release } from '@linernotes/catalog'
import { Args, ArgsType, Ctx, Field, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { toConnection } from '../graph/connection.js'
import { pageRequest } from '../graph/page-arguments.js'
import { ArtistCredit } from './artist.type.js'
import { artistCredits } from './catalog-fields.js'
import { ReleaseType } from './release.type.js'
import { TrackConnection } from './track.type.js'

@ArgsType()
class ReleaseTracksArguments {
  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'How many, at most 100.' })
  first?: number | null
  @Field(() => String, { nullable: true, description: 'Continue behind this cursor.' })
  after?: string | null
}

@Resolver(() => ReleaseType)
export class ReleaseResolver {
  @FieldResolver(() => [ArtistCredit], { description: 'Whose release it is.' })
  async artistCredits(@Root() release: Release, @Ctx() context: GatewayContext): Promise<object[]> {
    return await artistCredits(release.artistCredits, context)
  }

  @FieldResolver(() => TrackConnection, { description: 'Its tracks, in their order.' })
  async tracks(
    @Root() { id }: Release,
    @Args(() => ReleaseTracksArguments) wanted: ReleaseTracksArguments,
    @Ctx() { loaders, platform }: GatewayContext,
  ): Promise<object> {
    const page = pageRequest(wanted, 50)
    return toConnection(await loaders.page('tracksByRelease', page, (ids) => tracksByRelease(platform.database.db, ids, page)).load(id), page)
  }
}
