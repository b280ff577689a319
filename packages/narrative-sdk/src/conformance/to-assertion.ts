import { AssertionError } from 'node:assert/strict'
import { NarrativeError } from '../error.js'
import { describeValue } from './describe-value.js'

/** Runs `work`; whatever it throws becomes an AssertionError that says what came in place of what. */
export async function toAssertion<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AssertionError) throw error
    const assertion = new AssertionError({ message: explain(error) })
    assertion.cause = error
    throw assertion
  }
}

function explain(error: unknown): string {
  if (NarrativeError.isInstance(error))
    return `It failed with the NarrativeError ${error.code}: ${error.message}; expected a narrative for a request of the kit: if it needs other options, or a backend, give the check config and host`
  // A disposal that fails hides what failed before it.
  if (error instanceof SuppressedError) return `${explain(error.suppressed)}; and closing it threw ${describeValue(error.error)}`
  return `It threw ${describeValue(error)}${place(error)}`
}

/** The line of the plugin in which it happened. */
function place(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const line = stack.split('\n').find((frame) => /^\s+at /u.test(frame) && !/node:|<anonymous>/u.test(frame))
  return line === undefined ? '' : ` ${line.trim()}`
}
