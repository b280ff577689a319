import { createUnionType, Field, Float, ID, Int, ObjectType } from 'type-graphql'
import { TrackType } from '../catalog/track.type.js'
import { edgeOf, PageInfo } from '../graph/connection.js'
import { Node, typeNameOf } from '../graph/node.type.js'
import { EpisodeObject } from '../podcasts/episode.type.js'

export const RecommendedItem = createUnionType({
  name: 'RecommendedItem',
  description: 'What can be recommended.',
  types: () => [TrackType, EpisodeObject] as const,
  resolveType: (value: { readonly id: string }) => typeNameOf(value),
})

@ObjectType('Recommendation', { description: 'An item for a listener, with why.', implements: Node })
export class RecommendationType extends Node {
  @Field(() => ID, { description: 'Opaque; for `node` and `recordFeedback`.' })
  declare id: string
  @Field(() => Int, { description: 'Place in its list, from 1.' })
  rank!: number
  @Field(() => Float, { description: 'What the ranker scored; comparable within one list only.' })
  score!: number
  @Field(() => Float, { description: 'Distance from what the listener already plays, 0 to 1.' })
  novelty!: number
  @Field(() => Float, { description: 'What the reasons leave of the positive contributions: their weights and this add up to 1.' })
  remainder!: number
}

const RecommendationEdge = edgeOf('Recommendation', () => RecommendationType)

@ObjectType({ description: 'A page of recommendations.' })
export class RecommendationConnection {
  @Field(() => [RecommendationEdge], { description: 'Nodes with their cursors.' })
  edges!: readonly { cursor: string; node: RecommendationType }[]
  @Field(() => [RecommendationType], { description: 'Shortcut past the edges.' })
  nodes!: readonly RecommendationType[]
  @Field(() => PageInfo, { description: 'Where this page stands.' })
  pageInfo!: PageInfo
  @Field(() => String, { description: 'Which model made the list.' })
  modelVersion!: string
  @Field(() => String, { nullable: true, description: 'Why the page is empty, in a sentence; null: it is not.' })
  emptyBecause!: string | null
  @Field(() => Boolean, { description: 'Whether a personal history was used.' })
  profiled!: boolean
}
