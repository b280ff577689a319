import { z } from 'zod'
import { checkRequest } from '../check-request.js'
import { definePlugin } from '../plugin.js'
import type { Capabilities } from '../provider.js'
import { testCapabilities, unknownUsage } from './test-capabilities.js'

const capabilities: Capabilities = { ...testCapabilities, seed: true }

/** The smallest plugin that keeps the contract: it says the first fact. A specification by example. */
export const nullPlugin = definePlugin({
  key: 'null',
  displayName: 'Null',
  version: '1.0.0',
  config: z.strictObject({}),
  create: async () => ({
    capabilities,
    async *narrate(request, { signal }) {
      signal.throwIfAborted()
      const warnings = checkRequest(request, capabilities)
      yield { type: 'narrative-start', model: 'null', warnings }
      for (const fact of request.facts.slice(0, 1)) {
        signal.throwIfAborted()
        yield { type: 'text-delta', text: fact.statement.toWellFormed() }
        signal.throwIfAborted()
        yield { type: 'sentence-end', factIds: [fact.id] }
      }
      signal.throwIfAborted()
      yield { type: 'narrative-end', finish: 'complete', usage: unknownUsage }
    },
    health: async ({ signal }) => {
      signal.throwIfAborted()
      return { state: 'up', detail: null }
    },
    [Symbol.asyncDispose]: async () => undefined,
  }),
})
