import type { Episode } from '@linernotes/catalog'
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { images, sources } from '../catalog/catalog-fields.js'
import { toConnection } from '../graph/connection.js'
import { pageRequest } from '../graph/page-arguments.js'
import { Image } from '../graph/playable.type.js'
import { UrlScalar, webUrl } from '../graph/scalars.js'
import { Source } from '../graph/source.type.js'
import { Chapter, Enclosure, EpisodeObject, Soundbite, TranscriptConnection } from './episode.type.js'
import { people } from './people.js'
import { Person, ShowType } from './show.type.js'

@ArgsType()
class TranscriptArguments {
  @Field(() => Int, { nullable: true, description: 'Only what is said from here on, in milliseconds.' })
  fromMs?: number | null
  @Field(() => Int, { nullable: true, description: 'Only what is said before, in milliseconds.' })
  toMs?: number | null
  @Field(() => Int, { nullable: true, defaultValue: 100, description: 'How many, at most 100.' })
  first?: number | null
  @Field(() => String, { nullable: true, description: 'Continue behind this cursor.' })
  after?: string | null
}

@Resolver(() => EpisodeObject)
export class EpisodeResolver {
  @Query(() => EpisodeObject, { nullable: true, description: 'An episode by id.' })
  async episode(@Arg('id', () => ID, { description: 'The id.' }) id: string, @Ctx() { loaders }: GatewayContext): Promise<object | null> {
    return await loaders.episodes.load(id)
  }

  @FieldResolver(() => ShowType, { description: 'The show that it belongs to.' })
  async show(@Root() { showId }: Episode, @Ctx() { loaders }: GatewayContext): Promise<object | null> {
    return await loaders.shows.load(showId)
  }
  @FieldResolver(() => UrlScalar, { nullable: true, description: 'Its page.' })
  url(@Root() { url }: Episode): string | null {
    return webUrl(url)
  }
  @FieldResolver(() => [Image], { description: 'Pictures; empty where there is none.' })
  images(@Root() { imageUrl, title }: Episode): object[] {
    return images(imageUrl, title)
  }
  @FieldResolver(() => [Enclosure], { description: 'Its media files.' })
  enclosures(@Root() { enclosures }: Episode): object[] {
    return enclosures.filter(({ url }) => webUrl(url) !== null)
  }
  @FieldResolver(() => [Person], { description: 'Who takes part.' })
  people(@Root() episode: Episode): object[] {
    return people(episode.people)
  }
  @FieldResolver(() => [Chapter], { description: 'Chapters in order; empty where there are none.' })
  async chapters(@Root() { id }: Episode, @Ctx() { loaders }: GatewayContext): Promise<object[]> {
    return (await loaders.chapters.load(id)).map((chapter) => ({ ...chapter, url: webUrl(chapter.url), image: webUrl(chapter.image) }))
  }
  @FieldResolver(() => [Soundbite], { description: 'Passages that the publisher picked.' })
  async soundbites(@Root() { id }: Episode, @Ctx() { loaders }: GatewayContext): Promise<readonly object[]> {
    return await loaders.soundbites.load(id)
  }

  @FieldResolver(() => TranscriptConnection, { nullable: true, description: 'What is said; null: there is no transcript.' })
  async transcript(
    @Root() { id }: Episode,
    @Args(() => TranscriptArguments) wanted: TranscriptArguments,
    @Ctx() { loaders }: GatewayContext,
  ): Promise<object | null> {
    const page = pageRequest(wanted, 100)
    const transcript = await loaders.transcript({ fromMs: wanted.fromMs ?? null, toMs: wanted.toMs ?? null }, page).load(id)
    return transcript === null ? null : toConnection(transcript, page)
  }

  @FieldResolver(() => [Source], { description: 'Where what we know about it comes from.' })
  async sources(@Root() episode: Episode, @Ctx() context: GatewayContext): Promise<object[]> {
    return await sources(episode, context)
  }
}
