import { checkRequest, completeCapabilities, definePlugin } from '@linernotes/narrative-sdk'
import { z } from 'zod'

const capabilities = completeCapabilities({ locality: 'on-device', realisation: 'rules', promptVersion: '1', seed: true })
const usage = { inputTokens: null, outputTokens: null, cachedInputTokens: null, costMicroUsd: 0 }

export default definePlugin({
  key: 'town-crier',
  displayName: 'Town crier',
  version: '1.0.0',
  config: z.strictObject({ cry: z.string().default('Hear, hear!') }),
  create: async ({ cry }) => ({
    capabilities,
    async *narrate(request, { signal }) {
      signal.throwIfAborted()
      yield { type: 'narrative-start', model: 'town-crier', warnings: checkRequest(request, capabilities) }
      yield { type: 'text-delta', text: `${cry} ${request.facts[0]?.statement.toWellFormed()}` }
      signal.throwIfAborted()
      yield { type: 'sentence-end', factIds: ['F0'] }
      signal.throwIfAborted()
      yield { type: 'narrative-end', finish: 'complete', usage }
    },
    health: async ({ signal }) => (signal.throwIfAborted(), { state: 'up', detail: null }),
    [Symbol.asyncDispose]: async () => undefined,
  }),
})
