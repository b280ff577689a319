import { createGunzip } from 'node:zlib'

/** The content of a gzip file, a piece for each packed piece. What was unpacked before the data broke off is given first, then the error of zlib thrown. */
export async function* unpack(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip()
  const pieces: Buffer[] = []
  // Not by iteration: a stream that fails takes what it still holds with it.
  gunzip.on('data', (piece: Buffer) => void pieces.push(piece))
  let failure: Error | null = null
  gunzip.on('error', (error) => (failure = error))
  // A write that fails may never call back, but the stream closes then.
  let wake: (() => void) | null = null
  gunzip.on('close', () => wake?.())
  const settled = async (start: (done: () => void) => void): Promise<void> =>
    await new Promise((resolve) => {
      wake = resolve
      start(resolve)
    })
  try {
    for await (const chunk of packed) {
      await settled((done) => gunzip.write(chunk, () => done()))
      yield* pieces.splice(0)
      if (failure !== null) throw failure
    }
    await settled(() => gunzip.end())
    yield* pieces.splice(0)
    if (failure !== null) throw failure
  } finally {
    gunzip.destroy()
  }
}
