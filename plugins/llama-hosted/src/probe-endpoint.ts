import type { LlamaHostedConfig } from './config.js'
import { type StructuredOutput, structuredFields } from './model-fields.js'

/** What an endpoint takes, as it said itself. */
export interface Abilities {
  readonly structuredOutput: StructuredOutput
  /** Whether a stream may be asked for its token counts. */
  readonly takesStreamUsage: boolean
  /** Whether they came; null: nobody knows. */
  readonly sendsStreamUsage: boolean | null
}

/** For an endpoint that was not asked, or did not say. */
export const assumedAbilities: Abilities = { structuredOutput: 'response_format', takesStreamUsage: true, sendsStreamUsage: null }

/** Of the form that narratives have, so that what is taken here is taken there. */
const schema = {
  type: 'object',
  properties: {
    sentences: {
      type: 'array',
      items: {
        type: 'object',
        properties: { text: { type: 'string' }, facts: { type: 'array', items: { type: 'string', enum: ['F0', 'F1'] } } },
        required: ['text', 'facts'],
        additionalProperties: false,
      },
    },
  },
  required: ['sentences'],
  additionalProperties: false,
}

const ladder: readonly Omit<Abilities, 'sendsStreamUsage'>[] = [
  { structuredOutput: 'response_format', takesStreamUsage: true },
  { structuredOutput: 'json_object', takesStreamUsage: true },
  { structuredOutput: 'none', takesStreamUsage: true },
  { structuredOutput: 'none', takesStreamUsage: false },
]

/** Statuses of servers that do not take what they were asked for; some die of it. */
const refusals = new Set([400, 415, 422, 500, 501])

/**
 * Asks the endpoint for a few tokens, in the strictest form first, and for less where it refuses. null: it refused all, or did not answer as a completion endpoint does.
 * Rejects as `fetchAnswer` does.
 */
export async function probeEndpoint(
  target: { readonly baseUrl: string; readonly model: string; readonly apiKey: string | undefined },
  fetchAnswer: typeof fetch,
  signal: AbortSignal,
): Promise<Abilities | null> {
  for (const rung of ladder) {
    const response = await fetchAnswer(`${target.baseUrl.replace(/\/+$/u, '')}/chat/completions`, {
      method: 'POST',
      signal,
      headers: { 'content-type': 'application/json', ...(target.apiKey === undefined ? {} : { authorization: `Bearer ${target.apiKey}` }) },
      body: JSON.stringify({
        model: target.model,
        messages: [{ role: 'user', content: 'Answer with {"sentences":[]}' }],
        max_tokens: 8,
        temperature: 0,
        stream: true,
        ...(rung.takesStreamUsage ? { stream_options: { include_usage: true } } : {}),
        ...structuredFields(rung.structuredOutput, schema),
      }),
    })
    const answer = await response.text()
    // An engine that has begun to stream can say no only there.
    const isRefused = refusals.has(response.status) || /^data: \{"error":/mu.test(answer)
    if (!isRefused) return response.ok ? { ...rung, sendsStreamUsage: /"usage":\{/u.test(answer) } : null
  }
  return null
}

/** Whether the endpoint has to be asked: what the operator says goes before what it says. */
export function needsProbe(config: LlamaHostedConfig): boolean {
  return config.structuredOutput === 'auto' && config.vendor === 'openai-compatible' && config.baseUrl !== undefined
}
