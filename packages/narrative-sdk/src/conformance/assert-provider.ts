import assert from 'node:assert/strict'
import type { NarrativeProvider } from '../provider.js'
import { describeValue } from './describe-value.js'

const complete = 'completeCapabilities({ locality, realisation, promptVersion }) of @linernotes/narrative-sdk fills in the rest'

/** What `create()` gave can be asked to narrate; for a plugin that is written in JavaScript. */
export function assertProvider(provider: unknown): asserts provider is NarrativeProvider {
  assert.ok(
    typeof provider === 'object' && provider !== null,
    `create() gave ${describeValue(provider)}; expected a provider: return { capabilities, narrate, health, [Symbol.asyncDispose] }`,
  )
  const { capabilities, narrate, health } = provider as Partial<NarrativeProvider>
  assert.ok(
    typeof capabilities === 'object' && capabilities !== null,
    `provider.capabilities is ${describeValue(capabilities)}; expected an object: ${complete}`,
  )
  for (const name of ['kinds', 'styles', 'languages'] as const)
    assert.ok(Array.isArray(capabilities[name]), `capabilities.${name} is ${describeValue(capabilities[name])}; expected a list: ${complete}`)
  assert.ok(typeof narrate === 'function', `provider.narrate is ${describeValue(narrate)}; expected a function: async *narrate(request, { signal }) { ... }`)
  assert.ok(
    typeof health === 'function',
    `provider.health is ${describeValue(health)}; expected a function: async health({ signal }) { signal.throwIfAborted(); return { state: 'up', detail: null } }`,
  )
}

/** What it opened can be closed. */
export function assertDisposable(provider: NarrativeProvider): void {
  const dispose: unknown = provider[Symbol.asyncDispose]
  assert.ok(
    typeof dispose === 'function',
    `provider[Symbol.asyncDispose] is ${describeValue(dispose)}; expected a function that closes what create() opened: [Symbol.asyncDispose]: async () => undefined`,
  )
}
