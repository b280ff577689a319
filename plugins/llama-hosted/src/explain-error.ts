import { NarrativeError, type NarrativeErrorCode } from '@linernotes/narrative-sdk'
import type { LlamaHostedConfig } from './config.js'

const remedies: Partial<Record<NarrativeErrorCode, (config: LlamaHostedConfig) => string>> = {
  unauthorised: () => 'Set LLAMA_HOSTED_API_KEY to a key that the endpoint accepts',
  unavailable: ({ baseUrl, vendor }) => `Is ${baseUrl ?? vendor} running, and narratives.llama-hosted.baseUrl right?`,
  misconfigured: ({ model, structuredOutput }) =>
    `Does the endpoint serve the model ${JSON.stringify(model)}, does narratives.llama-hosted.baseUrl want a /v1, and does it know structuredOutput: '${structuredOutput}'?`,
}

/** Adds the remedy to an error of the backend, and takes the key out of what it said. */
export function explainError(error: NarrativeError, config: LlamaHostedConfig): NarrativeError {
  const remedy = error.cause === undefined ? undefined : remedies[error.code]?.(config)
  const message = config.apiKey === undefined ? error.message : error.message.replaceAll(config.apiKey, '…')
  if (remedy === undefined && message === error.message) return error
  return new NarrativeError(error.code, remedy === undefined ? message : `${message.replace(/[.\s]*$/u, '')}. ${remedy}`, {
    cause: error.cause,
    retryAfterMs: error.retryAfterMs,
  })
}
