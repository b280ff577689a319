import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { SpeechError } from '../speech-error.js'
import type { SpeechPart, SpeechProvider } from '../speech-provider.js'

export const TEXT = 'Slomo came out in 2005. One year later And/Or made this.'

/** All parts of a text, within the time. */
export async function hear(
  provider: SpeechProvider,
  text: string,
  language: string,
  milliseconds: number,
  signal: AbortSignal = new AbortController().signal,
): Promise<readonly SpeechPart[]> {
  return await within(Array.fromAsync(provider.speak({ text, language, voice: null }, { signal })), milliseconds, 'It did not end in time')
}

export async function within<Value>(promise: Promise<Value>, milliseconds: number, complaint: string): Promise<Value> {
  const done = new AbortController()
  const late = sleep(milliseconds, undefined, { signal: done.signal }).then(
    () => assert.fail(complaint),
    () => new Promise<never>(() => undefined),
  )
  try {
    return await Promise.race([promise, late])
  } finally {
    done.abort()
  }
}

export async function rejectionOf(promise: Promise<unknown>, milliseconds: number, complaint: string): Promise<unknown> {
  return await within(
    promise.then(
      () => assert.fail(complaint),
      (error: unknown) => error,
    ),
    milliseconds,
    complaint,
  )
}

/** Parts up to the first sound. */
export async function beginHearing(provider: SpeechProvider, language: string, milliseconds: number, signal: AbortSignal): Promise<AsyncIterator<SpeechPart>> {
  const iterator = provider.speak({ text: TEXT, language, voice: null }, { signal })[Symbol.asyncIterator]()
  await within(iterator.next(), milliseconds, 'It did not begin in time')
  return iterator
}

export async function workEnds(active: () => number, before: number, milliseconds: number, complaint: string): Promise<void> {
  const until = performance.now() + milliseconds
  while (active() > before && performance.now() < until) await sleep(10)
  assert.ok(active() <= before, complaint)
}

export const soundOf = (parts: readonly SpeechPart[]): Buffer => Buffer.concat(parts.flatMap((part) => (part.type === 'audio' ? [part.bytes] : [])))

/** The error is ours, and says something. */
export function assertSpeechError(error: unknown, when: string): void {
  assert.ok(SpeechError.isInstance(error), `${when} it threw ${String(error)}, which is no SpeechError`)
  assert.notEqual(error.message.trim(), '', `${when} its SpeechError says nothing`)
}
