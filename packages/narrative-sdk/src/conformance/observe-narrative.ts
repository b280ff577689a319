import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import type { NarrativePart } from '../part.js'
import type { NarrativeProvider } from '../provider.js'
import type { NarrativeRequest } from '../request.js'
import { assertBranded } from './assert-branded.js'
import type { ConformanceSubject, WorkProbe } from './conformance-subject.js'
import { describeValue } from './describe-value.js'
import { openNarrative } from './open-narrative.js'
import { outcomeOf } from './outcome-of.js'

/** What makes a narrative end, for a message. */
const toEnd = "yield { type: 'narrative-end', finish: 'complete', usage } and return; whatever it waits for needs an end of its own, and the signal"

const mostParts = 20_000

/** All parts of one narrative, each within the time allowed. What is thrown is a NarrativeError, or told as a mistake. */
export async function readNarrative(subject: ConformanceSubject, provider: NarrativeProvider, request: NarrativeRequest): Promise<readonly NarrativePart[]> {
  const parts: NarrativePart[] = []
  const iterator = openNarrative(provider, request, new AbortController().signal)
  const deadline = Date.now() + subject.narrativeMs
  for (;;) {
    const part = await nextPart(iterator, deadline - Date.now(), () => `The narrative did not end within ${subject.narrativeMs} ms: ${cameLast(parts)}`)
    if (part === null) return parts
    parts.push(part)
    assert.ok(parts.length < mostParts, `The narrative does not end: it gave ${mostParts} parts, the last ${describeValue(part)}; expected an end: ${toEnd}`)
  }
}

function cameLast(parts: readonly NarrativePart[]): string {
  const last = parts.at(-1)
  if (last === undefined) return `no part came; expected narrative-start at once: do not wait before the first yield for what may not come, and ${toEnd}`
  if (last.type === 'narrative-end') return 'narrative-end came, and the iteration goes on; expected the end of both: return after narrative-end'
  return `the last part, number ${parts.length}, was ${describeValue(last)}; expected narrative-end: ${toEnd}`
}

/** The next part; null: there is none. */
async function nextPart(iterator: AsyncIterator<NarrativePart>, milliseconds: number, late: () => string): Promise<NarrativePart | null> {
  const outcome = await outcomeOf(iterator.next(), milliseconds)
  if (outcome.type === 'late') assert.fail(late())
  if (outcome.type === 'rejected') {
    assertBranded(outcome.reason, 'Asked to narrate,')
    throw outcome.reason
  }
  if (outcome.value.done === true) return null
  const part: unknown = outcome.value.value
  const isPart = typeof part === 'object' && part !== null && 'type' in part
  assert.ok(isPart, `It gave ${describeValue(part)} for a part; expected an object with a type: yield { type: 'text-delta', text: '...' }`)
  return outcome.value.value
}

/** The parts up to and with the first text, and the iterator, to be stopped by the check. */
export async function beginNarrative(
  subject: ConformanceSubject,
  provider: NarrativeProvider,
  request: NarrativeRequest,
  signal: AbortSignal,
): Promise<AsyncIterator<NarrativePart>> {
  const iterator = openNarrative(provider, request, signal)
  const deadline = Date.now() + subject.narrativeMs
  const late = (): string => `No text came within ${subject.narrativeMs} ms; expected a text-delta`
  for (;;) {
    const part = await nextPart(iterator, deadline - Date.now(), late)
    assert.ok(part !== null, "The narrative ended without a text-delta; expected at least one: yield { type: 'text-delta', text: '...' }")
    if (part.type === 'text-delta') return iterator
  }
}

export function textOf(parts: readonly NarrativePart[]): string {
  return parts.map((part) => (part.type === 'text-delta' ? part.text : '')).join('')
}

/** What the promise rejects with. */
export async function rejectionOf(promise: Promise<unknown>, milliseconds: number, message: string): Promise<unknown> {
  const outcome = await outcomeOf(promise, milliseconds)
  if (outcome.type !== 'rejected') assert.fail(message)
  return outcome.reason
}

export async function within<Value>(promise: PromiseLike<Value>, milliseconds: number, message: string): Promise<Value> {
  const outcome = await outcomeOf(promise, milliseconds)
  if (outcome.type === 'late') assert.fail(message)
  if (outcome.type === 'rejected') throw outcome.reason
  return outcome.value
}

/** Waits until no more work goes on than `before`. */
export async function workStops(work: WorkProbe, before: number, milliseconds: number, message: string): Promise<void> {
  const deadline = Date.now() + milliseconds
  while (work.active() > before) {
    assert.ok(Date.now() < deadline, message)
    await sleep(5)
  }
}
