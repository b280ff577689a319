import assert from 'node:assert/strict'
import { NarrativeError } from '../error.js'
import { describeValue } from './describe-value.js'

const remedy =
  "catch what goes wrong, and throw new NarrativeError('unavailable', 'what happened, and what to do', { cause: error }) of @linernotes/narrative-sdk"

/** What a provider threw is a NarrativeError; an assertion that has failed before passes as it is. */
export function assertBranded(error: unknown, when: string): asserts error is NarrativeError {
  if (error instanceof assert.AssertionError) throw error
  if (NarrativeError.isInstance(error)) return
  const isNamesake = error instanceof Error && error.name === 'NarrativeError'
  const fault = isNamesake ? 'which is called NarrativeError, and is not of the class of the SDK' : 'which is no NarrativeError'
  assert.fail(`${when} it threw ${describeValue(error)}, ${fault}; the only ways to fail are a NarrativeError and signal.reason itself: ${remedy}`)
}
