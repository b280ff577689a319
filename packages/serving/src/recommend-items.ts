import { entityId } from '@linernotes/catalog'
import { issueReceipts, LIST_DEPTH, recommend, type RecommendContext, type RecommendInput, type SigningKey } from '@linernotes/recommendations'
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

export interface RecommendItemsContext extends RecommendContext {
  /** Signs the receipts. */
  readonly signingKey: SigningKey
}

/** Recommends, and keeps what it issued. The same request on the same data gives the same ids. */
export async function recommendItems(context: RecommendItemsContext, request: RecommendRequest): Promise<RecommendationList> {
  const { first, afterRank, ...input } = request
  const through = Math.min(afterRank + first, LIST_DEPTH)
  // One more than asked for tells whether another page follows.
  const list = await recommend(context, { ...input, limit: Math.min(through + 1, LIST_DEPTH) })
  const issuedAt = new Date(list.request.now)
  const receipts = await issueReceipts(list, { after: afterRank, through }, context.signingKey, context.signal)
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
      remainder: suggestion.remainder,
      facts: suggestion.facts ?? null,
      modelVersion: list.modelVersion,
      dataVersion: list.dataVersion,
      issuedAt,
      receipt: receipts[index] ?? null,
      counterfactuals: list.counterfactuals,
    }
  })
  await saveRecommendations(context.db, items)
  return { items, hasNextPage: list.suggestions.length > through, modelVersion: list.modelVersion, profiled: list.profiled }
}
