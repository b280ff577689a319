import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { NarrativeError } from '../error.js'
import type { NarrativePart } from '../part.js'
import type { NarrativeProvider } from '../provider.js'
import type { NarrativeRequest } from '../request.js'
import type { ConformanceSubject, WorkProbe } from './conformance-subject.js'

/** All parts of one narrative, each within the time allowed. */
export async function readNarrative(subject: ConformanceSubject, provider: NarrativeProvider, request: NarrativeRequest): Promise<readonly NarrativePart[]> {
  const parts: NarrativePart[] = []
  const iterator = provider.narrate(request, { signal: new AbortController().signal })[Symbol.asyncIterator]()
  const deadline = Date.now() + subject.narrativeMs
  for (;;) {
    const result = await within(iterator.next(), deadline - Date.now(), `The narrative did not end within ${subject.narrativeMs} ms`)
    if (result.done === true) return parts
    parts.push(result.value)
    assert.ok(parts.length < 20_000, 'The narrative does not end')
  }
}

/** The parts up to and with the first text, and the iterator, to be stopped by the check. */
export async function beginNarrative(
  subject: ConformanceSubject,
  provider: NarrativeProvider,
  request: NarrativeRequest,
  signal: AbortSignal,
): Promise<AsyncIterator<NarrativePart>> {
  const iterator = provider.narrate(request, { signal })[Symbol.asyncIterator]()
  const deadline = Date.now() + subject.narrativeMs
  for (;;) {
    const result = await within(iterator.next(), deadline - Date.now(), `No text came within ${subject.narrativeMs} ms`)
    assert.ok(result.done !== true, 'The narrative ended without a text-delta')
    if (result.value.type === 'text-delta') return iterator
  }
}

export function textOf(parts: readonly NarrativePart[]): string {
  return parts.map((part) => (part.type === 'text-delta' ? part.text : '')).join('')
}

/** What the promise rejects with. */
export async function rejectionOf(promise: Promise<unknown>, milliseconds: number, message: string): Promise<unknown> {
  const outcome = await within(
    promise.then(
      () => ({ isRejected: false, reason: undefined }),
      (reason: unknown) => ({ isRejected: true, reason }),
    ),
    milliseconds,
    message,
  )
  assert.ok(outcome.isRejected, message)
  return outcome.reason
}

export async function within<Value>(promise: Promise<Value>, milliseconds: number, message: string): Promise<Value> {
  const timer = new AbortController()
  const expiry = sleep(Math.max(0, milliseconds), undefined, { signal: timer.signal }).then(
    () => assert.fail(message),
    () => assert.fail(message),
  )
  expiry.catch(() => undefined)
  promise.catch(() => undefined)
  try {
    return await Promise.race([promise, expiry])
  } finally {
    timer.abort()
  }
}

/** Waits until no more work goes on than `before`. */
export async function workStops(work: WorkProbe, before: number, milliseconds: number, message: string): Promise<void> {
  const deadline = Date.now() + milliseconds
  while (work.active() > before) {
    assert.ok(Date.now() < deadline, message)
    await sleep(5)
  }
}

export function assertBranded(error: unknown, when: string): asserts error is NarrativeError {
  assert.ok(NarrativeError.isInstance(error), `${when} it threw ${describe(error)}, which is no NarrativeError`)
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.constructor.name}: ${error.message}` : String(error)
}
