/** How a body becomes another one: what is written for each piece of it, and at its end. Either may throw, which fails the body. */
export interface Rewriter {
  read(bytes: Uint8Array): string
  end(): string
}

/**
 * A body rewritten piece by piece, one when it is asked for. Not through a TransformStream: where the source breaks off, that one forgets what it holds, and a listener
 * would lose a sentence that had come.
 */
export function rewriteBody(body: ReadableStream<Uint8Array>, { read, end }: Rewriter): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          for (let written = ''; written === '';) {
            const { done, value } = await reader.read()
            written = done ? end() : read(value)
            if (written !== '') controller.enqueue(encoder.encode(written))
            if (done) return controller.close()
          }
        } catch (error) {
          controller.error(error)
          await reader.cancel(error).catch(() => undefined)
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}
