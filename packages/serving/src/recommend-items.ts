import { entityId } from '@linernotes/catalog'
import { recommend, type RecommendContext, type RecommendInput } from '@linernotes/recommendations'
import { saveRecommendations } from './recommendation.queries.js'
import type { Recommendation } from './recommendation.js'

export interface RecommendationList {
  readonly items: readonly Recommendation[]
  readonly hasNextPage: boolean
  readonly modelVersion: string
  /** Whether a personal history was used. */
  readonly profiled: boolean
}

export interface RecommendRequest extends Omit<RecommendInput, 'limit'> {
  readonly first: number
  /** Rank of the last item of the page before; 0: from the top. */
  readonly afterRank: number
}

/** How deep a list can be paged into. */
const DEEPEST_RANK = 200

/** Recommends, and keeps what it issued. The same request on the same data gives the same ids. */
export async function recommendItems(context: RecommendContext, request: RecommendRequest): Promise<RecommendationList> {
  const { first, afterRank, ...input } = request
  const through = Math.min(afterRank + first, DEEPEST_RANK)
  // One more than asked for tells whether another page follows.
  const list = await recommend(context, { ...input, limit: Math.min(through + 1, DEEPEST_RANK) })
  const issuedAt = new Date(context.now())
  const items = list.suggestions.slice(afterRank, through).map((suggestion, index): Recommendation => {
    const rank = afterRank + index + 1
    const because = suggestion.because.map((reason) => [reason.code, reason.weight, ...reason.evidence.map((evidence) => evidence.id)].join(','))
    return {
      id: entityId('recommendation', input.listenerId ?? '', list.recipe, list.modelVersion, list.dataVersion, suggestion.itemId, String(rank), ...because),
      listenerId: list.profiled ? input.listenerId : null,
      itemId: suggestion.itemId,
      kind: suggestion.kind,
      recipe: list.recipe,
      rank,
      score: suggestion.score,
      novelty: suggestion.novelty,
      reasons: suggestion.because,
      facts: suggestion.facts ?? null,
      modelVersion: list.modelVersion,
      dataVersion: list.dataVersion,
      issuedAt,
    }
  })
  await saveRecommendations(context.db, items)
  return { items, hasNextPage: list.suggestions.length > through, modelVersion: list.modelVersion, profiled: list.profiled }
}
