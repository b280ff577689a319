/** Settles with the promise or with the signal, whichever is first. What the promise does later is swallowed, and told to `late`. */
export function race<T>(promise: PromiseLike<T>, signal: AbortSignal, late: (error: unknown) => void = () => undefined): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let settled = false
    const abort = (): void => {
      settled = true
      reject(signal.reason as Error)
    }
    const finish = (): void => {
      settled = true
      signal.removeEventListener('abort', abort)
    }
    promise.then(
      (value) => {
        finish()
        resolve(value)
      },
      (error: unknown) => {
        if (settled) {
          late(error)
          return
        }
        finish()
        reject(error as Error)
      },
    )
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
  })
}
