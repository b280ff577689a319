import type { After } from './dj-options.js'

/** Waits for `work`, but no longer than so many milliseconds: it goes on by itself. Rejects with `signal.reason`, and with what the work rejects with in time. */
export async function within(after: After, milliseconds: number, signal: AbortSignal, work: Promise<unknown>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const cancel = after(milliseconds, resolve)
  const abort = (): void => reject(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  if (signal.aborted) abort()
  try {
    await Promise.race([work, promise])
  } finally {
    cancel()
    signal.removeEventListener('abort', abort)
  }
}
