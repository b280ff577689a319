import type { CallContext } from '@linernotes/narrative-sdk/langchain'
import type { LlamaHostedConfig } from './config.js'

/** Room for the words that are wanted and the JSON around them. */
export function maxTokens(context: CallContext): number {
  return 128 + context.request.maxWords * 4
}

/** The schema as such, not through zod, which adds keywords that strict servers refuse. */
export function structuredOutput(config: LlamaHostedConfig, context: CallContext): Record<string, unknown> {
  const { schema } = context.prompt
  if (config.structured === 'vllm') return { structured_outputs: { json: schema } }
  if (config.structured === 'none') return {}
  return { response_format: { type: 'json_schema', json_schema: { name: 'narrative', strict: true, schema } } }
}
