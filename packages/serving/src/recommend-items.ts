import { entityId } from '@linernotes/catalog'
import {
  issueReceipts,
  LIST_DEPTH,
  recommend,
  type RecommendContext,
  type RecommendInput,
  type RecommendResult,
  type SigningKey,
  type Suggestion,
} from '@linernotes/recommendations'
import { saveRecommendations } from './recommendation.queries.js'
import type { Recommendation } from './recommendation.js'

export interface RecommendationList {
  readonly items: readonly Recommendation[]
  readonly hasNextPage: boolean
  /** Why the page is empty, in a sentence; null: it is not. */
  readonly emptyBecause: string | null
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

/** A list of which nothing has been issued yet. */
export interface RankedItems {
  readonly suggestions: readonly Suggestion[]
  readonly profiled: boolean
  /**
   * Keeps the recommendation of one rank, from 1, as `recommend` does for a page of them. What is issued on one `occasion`, such as a session, is told apart from
   * what is issued on another. null: there is no such rank.
   */
  issue(rank: number, occasion: string, signal: AbortSignal): Promise<Recommendation | null>
}

const PAST_THE_END = `The list ends before this page: it is at most ${LIST_DEPTH} long.`

/** Recommends, and keeps what it issued. The same request on the same data gives the same ids. */
export async function recommendItems(context: RecommendItemsContext, request: RecommendRequest): Promise<RecommendationList> {
  const { first, afterRank, ...input } = request
  const through = Math.min(afterRank + first, LIST_DEPTH)
  // One more than asked for tells whether another page follows.
  const list = await recommend(context, { ...input, limit: Math.min(through + 1, LIST_DEPTH) })
  const receipts = await issueReceipts(list, { after: afterRank, through }, context.signingKey, context.signal)
  const items = list.suggestions.slice(afterRank, through).map((suggestion, index): Recommendation => {
    const issued = toRecommendation(list, input.listenerId, suggestion, afterRank + index + 1, [])
    return { ...issued, receipt: receipts[index] ?? null }
  })
  await saveRecommendations(context.db, items)
  const emptyBecause = items.length > 0 ? null : (list.emptyBecause ?? PAST_THE_END)
  return { items, hasNextPage: list.suggestions.length > through, emptyBecause, modelVersion: list.modelVersion, profiled: list.profiled }
}

/** Ranks without keeping anything: for who looks at many items and takes few. */
export async function rankItems(context: RecommendItemsContext, input: RecommendInput): Promise<RankedItems> {
  const list = await recommend(context, { ...input, limit: Math.min(input.limit, LIST_DEPTH) })
  return {
    suggestions: list.suggestions,
    profiled: list.profiled,
    async issue(rank, occasion, signal) {
      const suggestion = list.suggestions[rank - 1]
      if (suggestion === undefined) return null
      // Who is looked at alone has no rank in any list that could be made again.
      const receipts = input.onlyItemId === undefined ? await issueReceipts(list, { after: rank - 1, through: rank }, context.signingKey, signal) : []
      const issued = { ...toRecommendation(list, input.listenerId, suggestion, rank, [occasion]), receipt: receipts[0] ?? null }
      await saveRecommendations(context.db, [issued])
      return issued
    },
  }
}

function toRecommendation(
  list: RecommendResult,
  listenerId: string | null,
  suggestion: Suggestion,
  rank: number,
  occasion: readonly string[],
): Omit<Recommendation, 'receipt'> {
  const because = suggestion.because.map((reason) => [reason.code, reason.weight, ...reason.evidence.map((evidence) => evidence.id)].join(','))
  return {
    id: entityId(
      'recommendation',
      listenerId ?? '',
      list.recipe,
      list.modelVersion,
      list.dataVersion,
      suggestion.itemId,
      String(rank),
      ...because,
      ...occasion,
    ),
    listenerId: list.profiled ? listenerId : null,
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
    issuedAt: new Date(list.request.now),
    counterfactuals: list.counterfactuals,
  }
}
