import { episodesByShow, type Show } from '@linernotes/catalog'
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { images, sources } from '../catalog/catalog-fields.js'
import { toConnection } from '../graph/connection.js'
import { PageArguments, pageRequest } from '../graph/page-arguments.js'
import { Image } from '../graph/playable.type.js'
import { LocaleScalar, UrlScalar, webUrl } from '../graph/scalars.js'
import { Source } from '../graph/source.type.js'
import { EpisodeConnection } from './episode.type.js'
import { people } from './people.js'
import { Person, ShowType } from './show.type.js'

@Resolver(() => ShowType)
export class ShowResolver {
  @Query(() => ShowType, { nullable: true, description: 'A show by id.' })
  async show(@Arg('id', () => ID, { description: 'The id.' }) id: string, @Ctx() { loaders }: GatewayContext): Promise<object | null> {
    return await loaders.shows.load(id)
  }

  @FieldResolver(() => UrlScalar, { nullable: true, description: 'Its feed.' })
  feedUrl(@Root() { feedUrl }: Show): string | null {
    return webUrl(feedUrl)
  }
  @FieldResolver(() => UrlScalar, { nullable: true, description: 'Its website.' })
  siteUrl(@Root() { siteUrl }: Show): string | null {
    return webUrl(siteUrl)
  }
  @FieldResolver(() => UrlScalar, { nullable: true, description: 'Where listeners can support it.' })
  fundingUrl(@Root() { fundingUrl }: Show): string | null {
    return webUrl(fundingUrl)
  }
  @FieldResolver(() => LocaleScalar, { nullable: true, description: 'Language that is spoken; null: not stated, or not a language tag.' })
  language(@Root() { language }: Show): string | null {
    return language !== null && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) ? language : null
  }
  @FieldResolver(() => [Image], { description: 'Pictures; empty where there is none.' })
  images(@Root() { imageUrl, title }: Show): object[] {
    return images(imageUrl, title)
  }
  @FieldResolver(() => [Person], { description: 'Who makes it.' })
  people(@Root() show: Show): object[] {
    return people(show.people)
  }

  @FieldResolver(() => EpisodeConnection, { description: 'Its episodes, latest first.' })
  async episodes(@Root() { id }: Show, @Args(() => PageArguments) wanted: PageArguments, @Ctx() { loaders, platform }: GatewayContext): Promise<object> {
    const page = pageRequest(wanted, 20)
    return toConnection(await loaders.page('episodesByShow', page, (ids) => episodesByShow(platform.database.db, ids, page)).load(id), page)
  }

  @FieldResolver(() => [Source], { description: 'Where what we know about it comes from.' })
  async sources(@Root() show: Show, @Ctx() context: GatewayContext): Promise<object[]> {
    return await sources(show, context)
  }
}
