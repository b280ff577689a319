import { open } from 'node:fs/promises'

/** Whether a file exists and begins as GGUF does (ggml/docs/gguf.md: the bytes "GGUF", then a version of 1 or more). */
export async function isGgufFile(path: string): Promise<boolean> {
  try {
    await using handle = await open(path)
    const head = Buffer.alloc(8)
    const { bytesRead } = await handle.read(head, 0, 8, 0)
    return bytesRead === 8 && head.toString('latin1', 0, 4) === 'GGUF' && head.readUInt32LE(4) > 0
  } catch {
    return false
  }
}
