import { createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto'
import { canonicalJson } from './canonical-json.js'

/** An Ed25519 key (RFC 8032). */
export interface SigningKey {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  /** Thumbprint of the public key (RFC 7638). */
  readonly id: string
}

export function signingKeyOf(privateKey: KeyObject): SigningKey {
  const publicKey = createPublicKey(privateKey)
  const { crv, kty, x } = publicKey.export({ format: 'jwk' })
  return { privateKey, publicKey, id: hash('sha256', canonicalJson({ crv, kty, x }), 'base64url') }
}

const encoded = (text: string): string => Buffer.from(text).toString('base64url')

/** A JSON Web Signature (RFC 7515, EdDSA of RFC 8037) in compact form over the canonical JSON of a receipt: it can be checked with that one text and the public key. */
export function signReceipt(receipt: object, key: SigningKey): string {
  const signed = `${encoded(canonicalJson({ alg: 'EdDSA', kid: key.id }))}.${encoded(canonicalJson(receipt))}`
  return `${signed}.${sign(null, Buffer.from(signed), key.privateKey).toString('base64url')}`
}

export type OpenedSignature = { readonly ok: true; readonly content: unknown } | { readonly ok: false; readonly problem: string }

/** What was signed, or why nothing can be believed of it. Each text that is not the one that was signed is refused, also one that decodes to the same bytes. */
export function openSignature(signature: string, key: SigningKey): OpenedSignature {
  const parts = signature.split('.')
  const [header, content, mark] = parts.map((part) => Buffer.from(part, 'base64url'))
  if (parts.length !== 3 || header === undefined || content === undefined || mark === undefined)
    return { ok: false, problem: 'the signature is not three parts with dots between them' }
  if ([header, content, mark].some((bytes, index) => bytes.toString('base64url') !== parts[index]))
    return { ok: false, problem: 'the signature was edited: it is not the base64url text that was issued' }
  if (verify(null, Buffer.from(`${parts[0]}.${parts[1]}`), key.publicKey, mark)) return { ok: true, content: JSON.parse(content.toString()) as unknown }
  const isOurs = header.toString().includes(`"kid":"${key.id}"`)
  return {
    ok: false,
    problem: isOurs ? 'the signature does not fit: what was signed has been edited' : 'it was signed with another key than the one of this installation',
  }
}

/** What was signed, unchecked: for texts that nobody else can have written to. */
export const signedContent = (signature: string): unknown => JSON.parse(Buffer.from(signature.split('.')[1] ?? '', 'base64url').toString()) as unknown
