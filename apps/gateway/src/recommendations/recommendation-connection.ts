import type { RecommendationList } from '@linernotes/serving'
import type { RecommendationConnection } from './recommendation.type.js'

export function toRecommendationConnection(list: RecommendationList, afterRank: number): RecommendationConnection {
  const edges = list.items.map((node) => ({ node, cursor: Buffer.from(`rank:${node.rank}`).toString('base64url') }))
  return {
    edges,
    nodes: list.items,
    pageInfo: {
      hasNextPage: list.hasNextPage,
      hasPreviousPage: afterRank > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    modelVersion: list.modelVersion,
    emptyBecause: list.emptyBecause,
    profiled: list.profiled,
  }
}
