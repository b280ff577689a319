import type { GraphQLObjectType, GraphQLSchema } from 'graphql'
import { createPubSub } from '@graphql-yoga/subscription'
import { buildSchema } from 'type-graphql'
import { ArtistResolver } from './catalog/artist.resolver.js'
import { ReleaseResolver } from './catalog/release.resolver.js'
import { SearchResolver } from './catalog/search.resolver.js'
import { TrackResolver } from './catalog/track.resolver.js'
import { DjSegmentResolver } from './dj/dj-segment.resolver.js'
import { DjSessionResolver } from './dj/dj-session.resolver.js'
import { DjStreamResolver } from './dj/dj-stream.resolver.js'
import { NodeResolver } from './graph/node.resolver.js'
import { ImportFeedResolver } from './imports/import-feed.resolver.js'
import { DeleteListensResolver } from './listeners/delete-listens.resolver.js'
import { ListenerResolver } from './listeners/listener.resolver.js'
import { RecordFeedbackResolver } from './listeners/record-feedback.resolver.js'
import { RecordListensResolver } from './listeners/record-listens.resolver.js'
import { NarrativeResolver } from './narratives/narrative.resolver.js'
import { NarrateResolver } from './narratives/narrate.resolver.js'
import { NarrativeStreamResolver } from './narratives/narrative-stream.resolver.js'
import { ProviderResolver } from './narratives/provider.resolver.js'
import { EpisodeResolver } from './podcasts/episode.resolver.js'
import { ShowResolver } from './podcasts/show.resolver.js'
import {
  AudienceFactResolver,
  CatalogFactResolver,
  EpisodeMarkResolver,
  ListeningFactResolver,
  TranscriptExcerptResolver,
} from './recommendations/evidence.resolver.js'
import { ReasonResolver } from './recommendations/reason.resolver.js'
import { RecommendationResolver } from './recommendations/recommendation.resolver.js'

/** The schema, from the classes. Input is parsed in the packages, so type-graphql validates nothing. */
export async function buildGatewaySchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      NodeResolver,
      ArtistResolver,
      ReleaseResolver,
      TrackResolver,
      SearchResolver,
      ShowResolver,
      EpisodeResolver,
      ListenerResolver,
      RecordListensResolver,
      DeleteListensResolver,
      RecordFeedbackResolver,
      RecommendationResolver,
      ReasonResolver,
      CatalogFactResolver,
      ListeningFactResolver,
      AudienceFactResolver,
      TranscriptExcerptResolver,
      EpisodeMarkResolver,
      NarrativeResolver,
      NarrateResolver,
      NarrativeStreamResolver,
      ProviderResolver,
      DjSessionResolver,
      DjSegmentResolver,
      DjStreamResolver,
      ImportFeedResolver,
    ],
    validate: false,
    // Nothing publishes: subscriptions are async generators. type-graphql asks for one all the same.
    pubSub: createPubSub(),
  })
  describeRoot(schema.getQueryType(), 'What can be asked.')
  describeRoot(schema.getMutationType(), 'What can be told.')
  describeRoot(schema.getSubscriptionType(), 'What can be followed as it happens, over SSE at /graphql/stream.')
  return schema
}

/** type-graphql has no place for these descriptions. */
function describeRoot(type: GraphQLObjectType | null | undefined, description: string): void {
  if (type) type.description = description
}
