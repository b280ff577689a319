import { canonicalJson } from './canonical-json.js'

/** What a file holds that claims to be a receipt. */
export interface ClaimedReceipt {
  readonly id: string | null
  /** null: there is none. */
  readonly signature: string | null
  /** What it says, without the signature. */
  readonly fields: Readonly<Record<string, unknown>>
}

/** Every receipt in a JSON document, wherever it stands: in an answer of the API, in a list, alone. */
export function findReceipts(document: unknown): readonly ClaimedReceipt[] {
  if (Array.isArray(document)) return document.flatMap(findReceipts)
  if (typeof document !== 'object' || document === null) return []
  if (!('signature' in document) && !('rankWithoutBoosts' in document)) return Object.values(document).flatMap(findReceipts)
  const { signature, ...fields } = document as Record<string, unknown>
  const id = fields['id']
  return [{ id: typeof id === 'string' ? id : null, signature: typeof signature === 'string' ? signature : null, fields: asClaimed(fields) }]
}

/** What the public schema promises of a receipt. */
const promised = ['id', 'rank', 'modelVersion', 'dataVersion', 'signals', 'boosts', 'rankWithoutBoosts', 'issuedAt']

/**
 * In what the fields differ from what was signed, a sentence each; one that was not signed is an edit. A receipt is shown with all that is promised, or by its id and
 * signature alone: what shows a rank and not the boosts behind it hides something.
 */
export function differences(fields: Readonly<Record<string, unknown>>, signed: Readonly<Record<string, unknown>>): readonly string[] {
  const isShown = Object.keys(fields).some((name) => name !== 'id')
  const hidden = promised
    .filter((name) => isShown && !Object.hasOwn(fields, name))
    .map((name) => `${name} was left out: ask for all fields, or for id and signature alone`)
  return hidden.concat(changesIn(fields, signed))
}

function changesIn(fields: Readonly<Record<string, unknown>>, signed: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(fields).flatMap(([name, claimed]) => {
    // Older receipts have none, and the API says so.
    if (name === 'asOf' && claimed === null && !Object.hasOwn(signed, name)) return []
    if (!Object.hasOwn(signed, name)) return [`${name} was added: it is not in what was signed`]
    const issued = (name === 'request' || name === 'asOf') && typeof claimed === 'string' ? canonicalJson(signed[name]) : signed[name]
    return canonicalJson(claimed) === canonicalJson(issued)
      ? []
      : [`${name} was edited: ${canonicalJson(claimed)} stands where ${canonicalJson(issued)} was signed`]
  })
}

/** Clients ask for `__typename` anywhere. What is too large for a number is read as Infinity, which no receipt says: it is kept as a word. */
function asClaimed<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(asClaimed) as Value
  if (value === Infinity || value === -Infinity) return String(value) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '__typename')
      .map(([key, member]) => [key, asClaimed(member)]),
  ) as Value
}
