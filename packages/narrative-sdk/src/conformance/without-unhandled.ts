import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'

/** Runs `work`, and fails where a rejection was left to nobody. Takes the place of other listeners while it runs: this is the provider's fault, not the runner's. */
export async function withoutUnhandled<Result>(work: () => Promise<Result>): Promise<Result> {
  const seen: unknown[] = []
  const note = (reason: unknown): void => void seen.push(reason)
  const others = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', note)
  try {
    const result = await work()
    // What was dropped a moment ago is reported when the queue of microtasks is empty.
    await sleep(2)
    assert.ok(seen.length === 0, `Nobody handled this rejection: ${String(seen[0])}`)
    return result
  } finally {
    process.off('unhandledRejection', note)
    for (const listener of others) process.on('unhandledRejection', listener)
  }
}
