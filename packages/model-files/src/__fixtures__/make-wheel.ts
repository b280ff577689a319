import { BlobReader, BlobWriter, ZipWriter } from '@zip.js/zip.js'

/** A zip archive with one file in it. */
export async function makeWheel(inner: string, content: Buffer): Promise<Buffer> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false })
  await writer.add(inner, new BlobReader(new Blob([new Uint8Array(content)])))
  return Buffer.from(await (await writer.close()).arrayBuffer())
}
