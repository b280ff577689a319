import { sign, verify } from 'node:crypto'
import type { SigningKey } from '../receipts/sign-receipt.js'

/**
 * Says which models this installation has trained itself. A version's name holds the beginning of its file's sha256, so a mark on the name is one on every factor: a
 * file that was made or changed by somebody else can be put into the store, but not sealed without the key that signs receipts.
 */
export interface ModelSeal {
  mark(version: string): string
  fits(version: string, mark: string): boolean
}

const sealed = (version: string): Buffer => Buffer.from(`linernotes trained model ${version}`)

export function modelSeal({ privateKey, publicKey }: SigningKey): ModelSeal {
  return {
    mark: (version) => sign(null, sealed(version), privateKey).toString('base64url'),
    fits: (version, mark) => verify(null, sealed(version), publicKey, Buffer.from(mark, 'base64url')),
  }
}
