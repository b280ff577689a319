import { hash } from 'node:crypto'
import type { AsOf, RecommendRequestMade, RecommendResult } from '../recommend-input.js'
import type { Suggestion } from '../suggestion.js'
import { canonicalJson } from './canonical-json.js'
import { signedContent, signReceipt, type SigningKey } from './sign-receipt.js'

/** One term of the score: the score is the sum of all contributions of signals and boosts. */
export interface Signal {
  readonly name: string
  /** What was measured, 0 to 1. */
  readonly value: number
  readonly contribution: number
}

export interface Boost {
  readonly key: string
  readonly reason: string
  readonly onBehalfOf: string
  readonly contribution: number
}

/** Everything that put an item at its rank, and all that it takes to rank it again. */
export interface Receipt {
  /** Derived from the rest. */
  readonly id: string
  readonly itemId: string
  /** From 1. */
  readonly rank: number
  readonly score: number
  readonly modelVersion: string
  readonly dataVersion: string
  readonly listenerVersion: string | null
  /** Left out of what was issued before data could be read as they were. */
  readonly asOf?: AsOf
  /** Strongest first, as the ranker summed them up. */
  readonly signals: readonly Signal[]
  readonly boosts: readonly Boost[]
  readonly rankWithoutBoosts: number
  /** RFC 3339. */
  readonly issuedAt: string
  readonly request: RecommendRequestMade
}

export interface SignedReceipt extends Receipt {
  /** The whole receipt, signed: a JSON Web Signature in compact form. */
  readonly signature: string
}

/** The receipt of each suggestion of a list from the rank `after` + 1 on. */
export async function issueReceipts(
  list: Pick<RecommendResult, 'suggestions' | 'request' | 'modelVersion' | 'dataVersion' | 'listenerVersion' | 'asOf' | 'counterfactuals'>,
  ranks: { readonly after: number; readonly through: number },
  key: SigningKey,
  signal: AbortSignal,
): Promise<readonly SignedReceipt[]> {
  const { request, modelVersion, dataVersion, listenerVersion, asOf, counterfactuals } = list
  const isBoosted = list.suggestions.some(({ contributions }) => contributions.some(({ boost }) => boost !== undefined))
  const receipts: SignedReceipt[] = []
  for (const [index, suggestion] of list.suggestions.slice(ranks.after, ranks.through).entries()) {
    const rank = ranks.after + index + 1
    const content = {
      itemId: suggestion.itemId,
      rank,
      score: suggestion.score,
      modelVersion,
      dataVersion,
      listenerVersion,
      asOf,
      ...termsOf(suggestion),
      rankWithoutBoosts: isBoosted ? await counterfactuals.rankWithoutBoosts(suggestion.itemId, signal) : rank,
      issuedAt: new Date(request.now).toISOString(),
      request,
    }
    const receipt: Receipt = { id: receiptId(content), ...content }
    receipts.push({ ...receipt, signature: signReceipt(receipt, key) })
  }
  return receipts
}

/** The contributions of a suggestion as a receipt states them. */
export function termsOf({ contributions }: Suggestion): Pick<Receipt, 'signals' | 'boosts'> {
  return {
    signals: contributions.filter(({ boost }) => boost === undefined).map(({ code, signal, value }) => ({ name: code, value: signal, contribution: value })),
    boosts: contributions.flatMap(({ boost, value }) =>
      boost === undefined ? [] : [{ key: boost.key, reason: boost.reason, onBehalfOf: boost.onBehalfOf, contribution: value }],
    ),
  }
}

export const receiptId = (content: Omit<Receipt, 'id'>): string => `rct_${hash('sha256', canonicalJson(content), 'base64url').slice(0, 22)}`

/** A receipt out of its signed text, as this installation keeps it. */
export const restoreReceipt = (signature: string): SignedReceipt => ({ ...(signedContent(signature) as Receipt), signature })
