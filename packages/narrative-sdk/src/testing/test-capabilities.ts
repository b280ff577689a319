import { completeCapabilities } from '../complete-capabilities.js'

/** Everything a small rule-based provider can do; tests change what they are about. */
export const testCapabilities = completeCapabilities({ structuredOutput: true, locality: 'on-device', realisation: 'rules', promptVersion: 'test-1' })

export const unknownUsage = { inputTokens: null, outputTokens: null, cachedInputTokens: null, costMicroUsd: null } as const
