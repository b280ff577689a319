import assert from 'node:assert/strict'
import type { NarrativePart } from '../part.js'
import type { NarrativeProvider } from '../provider.js'
import type { NarrativeRequest } from '../request.js'
import { describeValue, isThenable } from './describe-value.js'

const remedy = "write it as a generator: async *narrate(request, { signal }) { yield { type: 'narrative-start', ... } ... }"

/** Begins a narrative. What is no AsyncIterable is told with what came and how to mend it; what `narrate` throws by itself is thrown on. */
export function openNarrative(provider: NarrativeProvider, request: NarrativeRequest, signal: AbortSignal): AsyncIterator<NarrativePart> {
  const parts: unknown = provider.narrate(request, { signal })
  const isIterable = typeof parts === 'object' && parts !== null && Symbol.asyncIterator in parts
  // A promise that rejects is told by what it is: its rejection must not go unhandled as well.
  if (isThenable(parts) && !isIterable) void Promise.resolve(parts).catch(() => undefined)
  const hint = isThenable(parts) ? ' (an async function gives one)' : ''
  assert.ok(isIterable, `narrate() returned ${describeValue(parts)}${hint}; expected an AsyncIterable of parts, at once: ${remedy}`)
  return (parts as AsyncIterable<NarrativePart>)[Symbol.asyncIterator]()
}
