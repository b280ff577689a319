import { setTimeout as sleep } from 'node:timers/promises'

export type Outcome<Value> =
  | { readonly type: 'fulfilled'; readonly value: Value }
  | { readonly type: 'rejected'; readonly reason: unknown }
  | { readonly type: 'late' }

/** What became of a promise within a time, in milliseconds. Never rejects. */
export async function outcomeOf<Value>(promise: PromiseLike<Value>, milliseconds: number): Promise<Outcome<Value>> {
  const timer = new AbortController()
  const late = sleep(Math.max(0, milliseconds), undefined, { signal: timer.signal }).then(
    () => ({ type: 'late' }) as const,
    () => ({ type: 'late' }) as const,
  )
  const settled = Promise.resolve(promise).then(
    (value) => ({ type: 'fulfilled', value }) as const,
    (reason: unknown) => ({ type: 'rejected', reason }) as const,
  )
  try {
    return await Promise.race([settled, late])
  } finally {
    timer.abort()
  }
}
