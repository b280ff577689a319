import { fetchFeed } from '@linernotes/serving'
import { Arg, createUnionType, Ctx, Mutation, Resolver } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { UrlScalar } from '../graph/scalars.js'
import { InputError, inputError } from '../graph/user-error.type.js'
import { ErrorCode } from '../narratives/narrative.enums.js'
import { ShowType } from '../podcasts/show.type.js'

const ImportFeedResult = createUnionType({
  name: 'ImportFeedResult',
  description: 'The show, or why its feed cannot be used.',
  types: () => [ShowType, InputError] as const,
  resolveType: (value: object) => ('typeName' in value ? 'InputError' : 'Show'),
})

@Resolver()
export class ImportFeedResolver {
  @Mutation(() => ImportFeedResult, { description: 'Fetches a podcast feed and takes it over; again: updates it.' })
  async importFeed(
    @Arg('url', () => UrlScalar, { description: 'RSS 2.0, with Podcasting 2.0 tags where it has them.' }) url: string,
    @Ctx() context: GatewayContext,
  ): Promise<object | null> {
    const { platform, allowPrivateFeeds, signal, loaders } = context
    const result = await fetchFeed({ db: platform.database.db, now: platform.now, signal }, url, { allowPrivate: allowPrivateFeeds })
    return result.ok ? await loaders.shows.load(result.showId) : inputError(ErrorCode.INVALID_INPUT, result.message, ['url'])
  }
}
