import { Counterfactuals, LIST_DEPTH } from '../counterfactual/counterfactuals.js'
import { modelNamed } from '../model-store/model-named.js'
import type { ModelStore } from '../model-store/model-store.js'
import { rankList } from '../rank-list.js'
import type { RecommendContext } from '../recommend.js'
import type { ListVersions } from '../recommend-input.js'
import { asItWas, isDeletedSince } from './as-it-was.js'
import { canonicalJson } from './canonical-json.js'
import { checkTerms, checkWeights, isAbout } from './check-terms.js'
import { differences, type ClaimedReceipt } from './read-receipts.js'
import { receiptId, termsOf, type Receipt } from './receipt.js'
import { openSignature, type SigningKey } from './sign-receipt.js'

/**
 * 'valid': the signature fits, nothing was edited, and the item ranks there because of just that. 'data-deleted': the signature fits, and somebody has deleted
 * listens that the rank was computed from, so that nothing more can be said. 'cannot-be-recomputed': the same where the catalogue or the model that it names is
 * not there any more. 'not-valid': the rest.
 */
export type ReceiptOutcome = 'valid' | 'not-valid' | 'data-deleted' | 'cannot-be-recomputed'

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
  if (changed !== null) return verdict(changed.outcome, changed.why)
  return verdict(problems.length === 0 ? 'valid' : 'not-valid', ...problems)
}

interface Changed {
  readonly outcome: 'data-deleted' | 'cannot-be-recomputed'
  readonly why: string
}

async function recompute(given: VerifyContext, receipt: Receipt): Promise<{ readonly changed: Changed | null; readonly problems: readonly string[] }> {
  const { store, signal } = given
  await given.model.refresh()
  const named = store === undefined ? given : { ...given, model: await modelNamed(given.model, store, receipt.modelVersion, signal) }
  const { asOf } = receipt
  const catalogue = catalogueOf(receipt.dataVersion)
  const there = String(named.model.snapshot.version.catalog)
  if (catalogue !== there) return unable(`the catalogue changed: it names ${catalogue}, there is ${there}`)
  const context = asOf === undefined ? named : await asItWas(named, asOf)
  const list = await rankList(context, { ...receipt.request, limit: LIST_DEPTH })
  const changed = whatChanged(receipt, list)
  if (changed !== null) {
    const isDeleted = asOf !== undefined && changed.isData && (await isDeletedSince(given.db, asOf))
    if (isDeleted) return { changed: { outcome: 'data-deleted', why: 'listens that the rank was computed from have been deleted since' }, problems: [] }
    return unable(changed.why)
  }
  const trained = context.model.snapshot.trained?.version ?? null
  if (trained !== null && store !== undefined && !(await store.isSealed(trained))) {
    const remedy = 'the file was put there by somebody, or trained with another LINERNOTES_SIGNING_KEY. Train again: linernotes train'
    return { changed: null, problems: [`model: ${trained} does not bear the seal of this installation: ${remedy}`] }
  }
  const place = list.suggestions.findIndex(({ itemId }) => itemId === receipt.itemId)
  const suggestion = list.suggestions[place]
  if (suggestion === undefined)
    return { changed: null, problems: [`rank: the item is not in the list that the model and data make; the receipt says ${receipt.rank}`] }
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
  return { changed: null, problems }
}

const unable = (why: string) => ({ changed: { outcome: 'cannot-be-recomputed', why }, problems: [] }) as const

/** `dataVersion` counts changes of the catalogue, and after a dot those of the listening data. */
const catalogueOf = (dataVersion: string): string => dataVersion.split('.', 1)[0]!

const dataChanged = (why: string) => ({ why: `the data changed: ${why}`, isData: true })

/** null: it is the same model and data, or the data could be read as they were. */
function whatChanged(receipt: Receipt, now: ListVersions): { readonly why: string; readonly isData: boolean } | null {
  if (receipt.asOf === undefined && receipt.dataVersion !== now.dataVersion)
    return dataChanged(`it names ${receipt.dataVersion}, they are at ${now.dataVersion}`)
  if (receipt.asOf !== undefined && receipt.asOf.audience.digest !== now.asOf.audience.digest)
    return dataChanged('what everybody had played then is not what it was')
  if (receipt.listenerVersion !== now.listenerVersion) return dataChanged("the listener's history or feedback is not what it was")
  if (receipt.modelVersion !== now.modelVersion)
    return { why: `the model changed: it names ${receipt.modelVersion}, there is ${now.modelVersion}`, isData: false }
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
