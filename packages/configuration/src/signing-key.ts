import { createPrivateKey, type KeyObject } from 'node:crypto'
import { z } from 'zod'

const expected = 'expected an Ed25519 private key: PKCS#8 as PEM or base64, such as `openssl genpkey -algorithm ed25519 | base64 -w0` prints'

/** Reads a PKCS#8 private key: PEM (line ends may be written as \n), PEM in base64, or DER in base64. The text itself is never quoted. */
export const signingKey = z.string().transform((text, context): KeyObject => {
  const key = readings(text.trim())
    .values()
    .map((read) => attempt(read))
    .find((found) => found?.asymmetricKeyType === 'ed25519')
  if (key) return key
  context.addIssue({ code: 'custom', message: expected })
  return z.NEVER
})

function readings(text: string): readonly (() => KeyObject)[] {
  const bytes = Buffer.from(text, 'base64')
  return [
    () => createPrivateKey(text.replaceAll(String.raw`\n`, '\n')),
    () => createPrivateKey(bytes.toString()),
    () => createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' }),
  ]
}

function attempt(read: () => KeyObject): KeyObject | null {
  try {
    return read()
  } catch {
    return null
  }
}
