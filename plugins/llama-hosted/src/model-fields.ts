import type { NarrativeRequest } from '@linernotes/narrative-sdk'
import type { CallContext } from '@linernotes/narrative-sdk/langchain'
import type { LlamaHostedConfig } from './config.js'

export type StructuredOutput = Exclude<LlamaHostedConfig['structuredOutput'], 'auto'>

/** The model that writes what is asked for: an engine serves each LoRA adapter under a name of its own. */
export function modelFor(config: Pick<LlamaHostedConfig, 'model' | 'modelFor'>, request: Pick<NarrativeRequest, 'style' | 'kind'>): string {
  return config.modelFor[request.style] ?? config.modelFor[request.kind] ?? config.model
}

/** Room for the words that are wanted and the JSON around them. */
export function maxTokens(context: CallContext): number {
  return 128 + context.request.maxWords * 4
}

/** How to ask for the schema. As such, not through zod, which adds keywords that strict servers refuse. */
export function structuredFields(structuredOutput: StructuredOutput, schema: object): Record<string, unknown> {
  switch (structuredOutput) {
    case 'response_format':
      return { response_format: { type: 'json_schema', json_schema: { name: 'narrative', strict: true, schema } } }
    case 'vllm':
      return { structured_outputs: { json: schema } }
    case 'json_object':
      return { response_format: { type: 'json_object' } }
    case 'none':
      return {}
  }
}
