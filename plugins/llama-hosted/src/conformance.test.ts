import { describeConformance } from '@linernotes/narrative-sdk/conformance'
import { openFaultServer } from '@linernotes/narrative-sdk/testing'
import { afterAll, describe, it } from 'vitest'
import plugin from './index.js'

const server = await openFaultServer()
describeConformance(plugin, {
  runner: { describe, it, afterAll },
  config: { baseUrl: server.baseUrl('good'), apiKey: 'secret' },
  networkConfig: { baseUrl: server.baseUrl('good'), timeoutMs: 800, idleTimeoutMs: 300 },
  failures: (['refused', 'unavailable', 'cut', 'plain-text'] as const).map((name, index) => ({
    name,
    config: { baseUrl: server.baseUrl(name) },
    code: (['unavailable', 'unavailable', 'truncated', 'invalid-response'] as const)[index] ?? 'internal',
  })),
})
afterAll(() => server[Symbol.asyncDispose]())
