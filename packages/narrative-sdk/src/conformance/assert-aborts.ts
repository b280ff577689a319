import assert from 'node:assert/strict'
import { describeValue } from './describe-value.js'
import { outcomeOf } from './outcome-of.js'

const listen = 'call signal.throwIfAborted() before the first work and after every await, and hand the signal on to fetch, to timers and to your model'

/** The promise rejects with the reason of the abort itself, in time. `when` completes "aborted ...". */
export async function assertAborts(promise: Promise<unknown>, reason: Error, milliseconds: number, when: string): Promise<void> {
  const outcome = await outcomeOf(promise, milliseconds)
  if (outcome.type === 'late')
    assert.fail(`It is deaf to the abort: aborted ${when}, it did not reject within ${milliseconds} ms; expected signal.reason; ${listen}`)
  if (outcome.type === 'fulfilled')
    assert.fail(`It went on as if nothing were: aborted ${when}, it gave ${what(outcome.value)}; expected signal.reason; ${listen}`)
  if (outcome.reason !== reason)
    assert.fail(
      `It rejected with something else: aborted ${when}, it threw ${describeValue(outcome.reason)}; expected signal.reason itself, the same object: throw signal.reason, and wrap it in nothing`,
    )
}

/** A step of an iteration, or what a function gave. */
function what(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('done' in value)) return value === undefined ? 'its whole narrative' : describeValue(value)
  return value.done === true ? 'its end' : describeValue('value' in value ? value.value : undefined)
}
