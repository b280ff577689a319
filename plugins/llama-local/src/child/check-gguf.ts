import { open } from 'node:fs/promises'

/** No model has more; a damaged header claims so many that its reader never comes back. */
const mostEntries = 100_000n

/** Throws where a file cannot be GGUF, versions 2 and 3 (ggml/docs/gguf.md): magic, version, number of tensors, number of metadata entries. */
export async function checkGguf(path: string): Promise<void> {
  await using file = await open(path)
  const head = Buffer.alloc(24)
  const { bytesRead } = await file.read(head, 0, head.length, 0)
  const version = head.readUInt32LE(4)
  if (bytesRead < head.length || head.toString('latin1', 0, 4) !== 'GGUF') throw new Error('it is not a GGUF file')
  if (version !== 2 && version !== 3) throw new Error(`its GGUF version is ${version}, not 2 or 3`)
  if (head.readBigUInt64LE(8) > mostEntries || head.readBigUInt64LE(16) > mostEntries) throw new Error('its header is damaged')
}
