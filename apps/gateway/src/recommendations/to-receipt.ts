import { canonicalJson, type SignedReceipt } from '@linernotes/serving'
import { badInput } from '../errors.js'
import type { ReceiptType } from './receipt.type.js'

/** A receipt as clients see it. */
export function toReceipt(receipt: SignedReceipt | null): ReceiptType {
  if (receipt === null) throw badInput('receipt: this recommendation was issued before there were receipts; ask for the list again')
  const asOf = receipt.asOf === undefined ? null : canonicalJson(receipt.asOf)
  return { ...receipt, issuedAt: new Date(receipt.issuedAt), request: canonicalJson(receipt.request), asOf }
}
