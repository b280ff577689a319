import { createPrivateKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makeDirectory } from '@linernotes/database'
import { signingKeyOf, type SigningKey } from '@linernotes/recommendations'

/** Where the key is that signs receipts, in the data directory. */
export const SIGNING_KEY_FILE = 'receipts.key'

/** The file that should hold the key holds something else. */
class SigningKeyError extends Error {
  override readonly name = 'SigningKeyError'
}

/**
 * The key that signs receipts: the one that is given, or that of the data directory, which is made at the first start. It appears whole or not at all, readable by
 * its owner only; of several processes that start at once, one makes it and all use it.
 * @throws {SigningKeyError} where the file holds no Ed25519 key
 */
export async function openSigningKey(dataDirectory: string, given: KeyObject | undefined): Promise<SigningKey> {
  if (given !== undefined) return signingKeyOf(given)
  const file = path.join(dataDirectory, SIGNING_KEY_FILE)
  return signingKeyOf(parse((await read(file)) ?? (await make(file)), file))
}

async function read(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function make(file: string): Promise<string> {
  await makeDirectory(path.dirname(file))
  const part = `${file}.${randomUUID()}.part`
  const text = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
  await writeFile(part, text, { mode: 0o600, flag: 'wx' })
  try {
    // Unlike a rename, a link never takes the place of a key that another process has just made.
    await link(part, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await rm(part)
  }
  return await readFile(file, 'utf8')
}

function parse(text: string, file: string): KeyObject {
  const remedy = 'Restore it from a backup; or move it away for a new one, with which receipts that were issued before cannot be verified any more.'
  let key: KeyObject
  try {
    key = createPrivateKey(text)
  } catch (error) {
    throw new SigningKeyError(`${file} holds no private key. ${remedy}`, { cause: error })
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new SigningKeyError(`${file} holds a key of the type ${key.asymmetricKeyType}, not ed25519. ${remedy}`)
  return key
}
