import { Counterfactuals, LIST_DEPTH } from '../counterfactual/counterfactuals.js'
import { modelNamed } from '../model-store/model-named.js'
import type { ModelStore } from '../model-store/model-store.js'
import { rankList } from '../rank-list.js'
import type { RecommendContext } from '../recommend.js'
import { canonicalJson } from './canonical-json.js'
import { checkTerms, checkWeights, isAbout } from './check-terms.js'
import { differences, type ClaimedReceipt } from './read-receipts.js'
import { receiptId, termsOf, type Receipt } from './receipt.js'
import { openSignature, type SigningKey } from './sign-receipt.js'

/**
 * 'valid': the signature fits, nothing was edited, and the item ranks there because of just that. 'cannot-be-recomputed': the signature fits, and the data or
 * the model that it names are not there any more, so that nothing more can be said. 'not-valid': the rest.
 */
export type ReceiptOutcome = 'valid' | 'not-valid' | 'cannot-be-recomputed'

export interface ReceiptVerdict {
  readonly id: string | null
  readonly outcome: ReceiptOutcome
  /** Why it is not valid, a sentence each. */
  readonly problems: readonly string[]
}

export interface VerifyContext extends RecommendContext {
  /** Where trained models are, for receipts that name another than the one in force. Left out: there are none. */
  readonly store?: ModelStore
}

/** Checks a receipt against its signature, the declared boosts, and a ranking that is made again. */
export async function verifyReceipt(context: VerifyContext, key: SigningKey, claimed: ClaimedReceipt): Promise<ReceiptVerdict> {
  const { id, signature, fields } = claimed
  const verdict = (outcome: ReceiptOutcome, ...problems: readonly string[]): ReceiptVerdict => ({ id, outcome, problems })
  if (signature === null) return verdict('not-valid', 'it has no signature')
  const opened = openSignature(signature, key)
  if (!opened.ok) return verdict('not-valid', opened.problem)
  // Signed with our key: it has the shape that `issueReceipts` gave it.
  const receipt = opened.content as Receipt
  const { id: signedId, ...content } = receipt
  const edits = [
    ...(signedId === receiptId(content) ? [] : ['its id is not derived from the rest']),
    ...differences(fields, receipt as unknown as Record<string, unknown>),
    ...checkTerms(receipt, context.boosts ?? []),
  ]
  if (edits.length > 0) return verdict('not-valid', ...edits)
  const { changed, problems } = await recompute(context, receipt)
  if (changed !== null) return verdict('cannot-be-recomputed', changed)
  return verdict(problems.length === 0 ? 'valid' : 'not-valid', ...problems)
}

async function recompute(given: VerifyContext, receipt: Receipt): Promise<{ readonly changed: string | null; readonly problems: readonly string[] }> {
  const { store, signal } = given
  await given.model.refresh()
  const context = store === undefined ? given : { ...given, model: await modelNamed(given.model, store, receipt.modelVersion, signal) }
  const list = await rankList(context, { ...receipt.request, limit: LIST_DEPTH })
  const changed = whatChanged(receipt, list)
  if (changed !== null) return { changed, problems: [] }
  const place = list.suggestions.findIndex(({ itemId }) => itemId === receipt.itemId)
  const suggestion = list.suggestions[place]
  if (suggestion === undefined)
    return { changed, problems: [`rank: the item is not in the list that the model and data make; the receipt says ${receipt.rank}`] }
  const { signals, boosts } = termsOf(suggestion)
  const isBoosted = list.suggestions.some(({ contributions }) => contributions.some(({ boost }) => boost !== undefined))
  const without = isBoosted ? await new Counterfactuals(list.ground).rankWithoutBoosts(receipt.itemId, context.signal) : place + 1
  const problems = [
    ...(place + 1 === receipt.rank ? [] : [`rank: the model and data give ${place + 1}, the receipt says ${receipt.rank}`]),
    ...(without === receipt.rankWithoutBoosts ? [] : [`rankWithoutBoosts: the model and data give ${without}, the receipt says ${receipt.rankWithoutBoosts}`]),
    ...checkWeights(receipt, list.recipe),
    ...compareTerms('signals', signals, receipt.signals),
    ...compareTerms('boosts', boosts, receipt.boosts),
  ]
  return { changed, problems }
}

/** null: it is the same model and data. */
function whatChanged(receipt: Receipt, now: Pick<Receipt, 'modelVersion' | 'dataVersion' | 'listenerVersion'>): string | null {
  if (receipt.dataVersion !== now.dataVersion) return `the data changed: it names ${receipt.dataVersion}, they are at ${now.dataVersion}`
  if (receipt.listenerVersion !== now.listenerVersion) return "the data changed: the listener's history or feedback is not what it was"
  if (receipt.modelVersion !== now.modelVersion) return `the model changed: it names ${receipt.modelVersion}, there is ${now.modelVersion}`
  return null
}

/** Numbers up to rounding, everything else, the order too, exactly. */
function compareTerms(what: string, computed: readonly object[], stated: readonly object[]): readonly string[] {
  const isSame =
    computed.length === stated.length &&
    computed.every((term, index) =>
      Object.entries(term).every(([name, value]: [string, unknown]) => {
        const other = (stated[index] as Record<string, unknown>)[name]
        return typeof value === 'number' && typeof other === 'number' ? isAbout(value, other) : value === other
      }),
    )
  return isSame ? [] : [`${what}: the model and data give ${canonicalJson(computed)}, the receipt says ${canonicalJson(stated)}`]
}
