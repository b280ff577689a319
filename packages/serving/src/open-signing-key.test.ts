import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSigningKey, SIGNING_KEY_FILE } from './open-signing-key.js'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'linernotes-key-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

it('is made once, for its owner only, whoever comes first; later starts find the same', async () => {
  const data = path.join(directory, 'new', 'data')
  const keys = await Promise.all(Array.from({ length: 8 }, () => openSigningKey(data, undefined)))
  expect(new Set(keys.map(({ id }) => id)).size).toBe(1)
  expect((await openSigningKey(data, undefined)).id).toBe(keys[0]?.id)
  expect(await readdir(data)).toEqual([SIGNING_KEY_FILE])
  expect((await stat(path.join(data, SIGNING_KEY_FILE))).mode & 0o777).toBe(0o600)
})

it('that is given is used, and no file is made', async () => {
  const data = path.join(directory, 'given')
  const { privateKey } = generateKeyPairSync('ed25519')
  expect((await openSigningKey(data, privateKey)).privateKey).toBe(privateKey)
  await expect(readdir(data)).rejects.toThrow('ENOENT')
})

it.each([
  ['no key', 'lost', 'holds no private key'],
  ['a key of another kind', generateKeyPairSync('x25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(), 'not ed25519'],
])('a file that holds %s is named, with what helps, and not replaced', async (_what, text, message) => {
  await writeFile(path.join(directory, SIGNING_KEY_FILE), text)
  await expect(openSigningKey(directory, undefined)).rejects.toThrow(message)
  await expect(openSigningKey(directory, undefined)).rejects.toThrow('Restore it from a backup')
})
