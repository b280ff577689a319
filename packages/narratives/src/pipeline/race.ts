/** Settles with the promise or with the signal, whichever is first. What the promise does later is swallowed, and told to `late`. */
export async function race<T>(promise: PromiseLike<T>, signal: AbortSignal, late: (error: unknown) => void = () => undefined): Promise<T> {
  const aborted = Promise.withResolvers<never>()
  const abort = (): void => aborted.reject(signal.reason)
  let settled = false
  const watched = (async () => {
    try {
      return await promise
    } catch (error) {
      if (settled) late(error)
      throw error
    }
  })()
  if (signal.aborted) abort()
  else signal.addEventListener('abort', abort, { once: true })
  try {
    return await Promise.race([aborted.promise, watched])
  } finally {
    settled = true
    signal.removeEventListener('abort', abort)
  }
}
