import type { Track } from '@linernotes/catalog'
import { similarTracks } from '@linernotes/recommendations'
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { pageSize } from '../graph/page-arguments.js'
import { Image } from '../graph/playable.type.js'
import { UrlScalar, webUrl } from '../graph/scalars.js'
import { ExternalId, Source, Tag } from '../graph/source.type.js'
import { ArtistCredit } from './artist.type.js'
import { artistCredits, externalIds, sources, toTags } from './catalog-fields.js'
import { ReleaseType } from './release.type.js'
import { TrackType } from './track.type.js'

@Resolver(() => TrackType)
export class TrackResolver {
  @Query(() => TrackType, { nullable: true, description: 'A track by id.' })
  async track(@Arg('id', () => ID, { description: 'The id.' }) id: string, @Ctx() { loaders }: GatewayContext): Promise<object | null> {
    return await loaders.tracks.load(id)
  }

  @FieldResolver(() => [ArtistCredit], { description: 'Who made it.' })
  async artistCredits(@Root() track: Track, @Ctx() context: GatewayContext): Promise<object[]> {
    return await artistCredits(track.artistCredits, context)
  }

  @FieldResolver(() => ReleaseType, { nullable: true, description: 'The release that it is on.' })
  async release(@Root() { releaseId }: Track, @Ctx() { loaders }: GatewayContext): Promise<object | null> {
    return releaseId === null ? null : await loaders.releases.load(releaseId)
  }

  @FieldResolver(() => [String], { description: 'ISRCs, normalised.' })
  async isrcs(@Root() { id }: Track, @Ctx() { loaders }: GatewayContext): Promise<readonly string[]> {
    return await loaders.isrcs.load(id)
  }

  @FieldResolver(() => [Image], { description: 'Pictures; empty where there is none.' })
  images(): object[] {
    return []
  }

  @FieldResolver(() => UrlScalar, { nullable: true, description: 'Where it can be played.' })
  url(@Root() { url }: Track): string | null {
    return webUrl(url)
  }

  @FieldResolver(() => [Tag], { description: 'Tags of the track itself; those of its release describe the release only.' })
  async tags(@Root() { id }: Track, @Ctx() { loaders }: GatewayContext): Promise<object[]> {
    return toTags(await loaders.trackTags.load(id))
  }

  @FieldResolver(() => [ExternalId], { description: 'The track in other systems.' })
  async externalIds(@Root() track: Track, @Ctx() context: GatewayContext): Promise<object[]> {
    return await externalIds(track, context)
  }

  @FieldResolver(() => [Source], { description: 'Where what we know about it comes from.' })
  async sources(@Root() track: Track, @Ctx() context: GatewayContext): Promise<object[]> {
    return await sources(track, context)
  }

  @FieldResolver(() => [TrackType], { description: 'Tracks that the same people play, or whose releases carry the same tags.' })
  async similar(
    @Root() { id }: Track,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10, description: 'How many, at most 100.' }) first: number | null,
    @Ctx() context: GatewayContext,
  ): Promise<object[]> {
    const { platform, loaders } = context
    const found = similarTracks({ model: await platform.model() }, id, pageSize(first, 10))
    return (await Promise.all(found.map(({ trackId }) => loaders.tracks.load(trackId)))).filter((track) => track !== null)
  }
}
