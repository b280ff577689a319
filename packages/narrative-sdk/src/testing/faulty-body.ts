type Body = ReadableStream<Uint8Array<ArrayBuffer>>

const mostBytes = 64 * 1024 * 1024

/** As Node's fetch says that the other side has closed the connection. */
export function cutError(): TypeError {
  return new TypeError('terminated', { cause: Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }) })
}

/** Never answers; an abort ends the waiting. */
export function hangUntilAborted(signal: AbortSignal | null): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>()
  signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  return promise
}

/** Gives the bytes, and fails when they are read. */
export function bytesThen(bytes: Uint8Array<ArrayBuffer>, error: Error): Body {
  let isGiven = false
  return new ReadableStream(
    {
      pull(controller) {
        if (isGiven) controller.error(error)
        else controller.enqueue(bytes)
        isGiven = true
      },
    },
    { highWaterMark: 0 },
  )
}

/** One byte a second, until nobody wants more. */
export function drip(bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal | null): Body {
  let index = 0
  let timer: NodeJS.Timeout | undefined
  return new ReadableStream(
    {
      start: (controller) => onAbort(signal, controller, () => clearTimeout(timer)),
      pull(controller) {
        const { promise, resolve } = Promise.withResolvers<void>()
        timer = setTimeout(() => {
          if (index < bytes.length) controller.enqueue(bytes.slice(index, index + 1))
          else controller.close()
          index += 1
          resolve()
        }, 1000)
        return promise
      },
      cancel: () => clearTimeout(timer),
    },
    { highWaterMark: 0 },
  )
}

/** `begin`, then `more` again and again up to 64 MiB, then nothing, and no end. */
export function endless(begin: Uint8Array<ArrayBuffer>, more: Uint8Array<ArrayBuffer>, signal: AbortSignal | null): Body {
  let given = 0
  return new ReadableStream(
    {
      start: (controller) => onAbort(signal, controller),
      pull(controller) {
        if (given > mostBytes) return new Promise(() => undefined)
        const chunk = given === 0 ? begin : more
        given += chunk.length
        // A stream keeps what it is given: never the same bytes twice.
        controller.enqueue(chunk.slice())
        return undefined
      },
    },
    { highWaterMark: 0 },
  )
}

function onAbort(signal: AbortSignal | null, controller: ReadableStreamDefaultController, stop: () => void = () => undefined): void {
  signal?.addEventListener(
    'abort',
    () => {
      stop()
      controller.error(signal.reason)
    },
    { once: true },
  )
}
