import { searchCatalog } from '@linernotes/catalog'
import { Arg, createUnionType, Ctx, Int, Query, Resolver } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { loadNode } from '../graph/load-node.js'
import { typeNameOf } from '../graph/node.type.js'
import { pageSize } from '../graph/page-arguments.js'
import { ItemKind } from '../graph/playable.type.js'
import { EpisodeObject } from '../podcasts/episode.type.js'
import { ShowType } from '../podcasts/show.type.js'
import { ArtistType } from './artist.type.js'
import { TrackType } from './track.type.js'

const SearchHit = createUnionType({
  name: 'SearchHit',
  description: 'What a search can find.',
  types: () => [TrackType, ArtistType, ShowType, EpisodeObject] as const,
  resolveType: (value: { readonly id: string }) => typeNameOf(value),
})

@Resolver()
export class SearchResolver {
  @Query(() => [SearchHit], { description: 'Finds by name: the whole name first, then names that begin so, then names that hold the words.' })
  async search(
    @Arg('query', () => String, { description: 'Words of a title or name; the last may be unfinished.' }) query: string,
    @Arg('kinds', () => [ItemKind], { nullable: true, description: 'TRACK finds tracks and artists, EPISODE episodes and shows; left out: all.' }) kinds:
      | ItemKind[]
      | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number | null,
    @Ctx() context: GatewayContext,
  ): Promise<object[]> {
    const wanted = (kinds ?? [ItemKind.TRACK, ItemKind.EPISODE]).flatMap((kind) =>
      kind === ItemKind.TRACK ? (['track', 'artist'] as const) : (['episode', 'show'] as const),
    )
    const hits = await searchCatalog(context.platform.database.db, query, { kinds: [...new Set(wanted)], first: pageSize(first, 20) })
    return (await Promise.all(hits.map(({ id }) => loadNode(context, id)))).filter((found) => found !== null)
  }
}
