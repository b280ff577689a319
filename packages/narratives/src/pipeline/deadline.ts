/** The reason with which work is aborted that took too long. */
export class DeadlineExceeded extends Error {
  override readonly name = 'DeadlineExceeded'
  constructor(readonly milliseconds: number) {
    super(`timed out after ${milliseconds >= 1_000 ? `${Math.round(milliseconds / 100) / 10} s` : `${Math.round(milliseconds)} ms`}`)
  }
}

/** Runs `work` with a signal that also ends after `milliseconds`. */
export async function withDeadline<T>(milliseconds: number, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const timer = new AbortController()
  const timeout = setTimeout(() => timer.abort(new DeadlineExceeded(milliseconds)), milliseconds)
  try {
    return await work(AbortSignal.any([signal, timer.signal]))
  } finally {
    clearTimeout(timeout)
  }
}
