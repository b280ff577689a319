import { z } from 'zod'

const loopbackExample = 'http://localhost:8000/v1'

/** An option that comes from an environment variable: an empty one is not set. */
function unlessEmpty<Schema extends z.ZodType>(schema: Schema): z.ZodPreprocess<Schema> {
  return z.preprocess((value) => (value === '' ? undefined : value), schema)
}

/** What an endpoint may be asked for, strictest first. */
const structuredOutputs = ['auto', 'response_format', 'vllm', 'json_object', 'none'] as const

const price = z.number().nonnegative()
const prices = z.strictObject({ inputPerMillion: price, outputPerMillion: price, cachedInputPerMillion: price.optional() })

export const config = z.strictObject({
  /** Base URL of the endpoint as its documentation gives it, most often ending in /v1; nothing is added to it but /chat/completions. Default: none, and then health says what to set. */
  baseUrl: unlessEmpty(
    z
      .url({ protocol: /^https?$/u, error: `expected url, such as ${loopbackExample}` })
      .refine((url) => !hasCredentials(url), 'expected url without a user and password; put the key into apiKey')
      .optional(),
  ),
  /** Name of the model, or of a LoRA adapter that the engine serves under a name of its own. */
  model: unlessEmpty(z.string().default('llama-3.1-8b-instruct')),
  /** Sent as a bearer token; never logged. Default: none is sent, and none is taken from the environment. */
  apiKey: unlessEmpty(z.string().optional()),
  /** Another model or adapter for a style or a kind of item; a style goes before a kind. Default: `model` writes everything. */
  modelFor: z.partialRecord(z.enum(['blurb', 'dj', 'pitch', 'track', 'episode']), z.string().min(1)).default({}),
  /** How the endpoint is asked for JSON: the portable `response_format`, vLLM's `structured_outputs`, any JSON object, or only by the prompt; 'auto' asks the endpoint once what it takes. */
  structuredOutput: z.enum(structuredOutputs).default('auto'),
  /** What the model is asked for: the text itself, or only facts and their order, which rules then word; for models that are too small to write. */
  mode: z.enum(['words', 'plan']).default('words'),
  /** false: the answer in one piece, for endpoints that cannot stream. */
  streaming: z.boolean().default(true),
  /** Longest time for one narrative, waiting for a place included, in milliseconds. */
  timeoutMs: z.number().int().positive().default(30_000),
  /** Longest silence in the middle of an answer, in milliseconds. */
  idleTimeoutMs: z.number().int().positive().default(10_000),
  /** Longest wait for what the endpoint says about its abilities, before the first narrative, in milliseconds. */
  probeTimeoutMs: z.number().int().positive().default(2000),
  /** Narratives at once; as many again times four may wait. */
  maxConcurrency: z.number().int().positive().default(8),
  /** Sampling temperature. */
  temperature: z.number().min(0).max(2).default(0.4),
  /** Whether the endpoint gives the same text for the same seed at this temperature; then the seed is sent. */
  seed: z.boolean().default(false),
  /** BCP 47 tags of the languages that the model writes well. */
  languages: z.array(z.string().min(2)).nonempty().default(['en']),
  /** Longest prompt that the model takes, in tokens. Default: not known. */
  maxInputTokens: z.number().int().positive().nullable().default(null),
  /** USD per million tokens (which is micro-USD per token), for the ledger. Default: not known, and then the cost is unknown, not zero. */
  prices: prices.optional(),
  /** Prices of single models by name, where they differ from `prices`. */
  modelPrices: z.record(z.string(), prices).default({}),
  /** 'openai-compatible', a provider name of LangChain's initChatModel ('groq', 'ollama', ...; its package has to be installed), or 'community/togetherai'. */
  vendor: unlessEmpty(z.string().default('openai-compatible')),
})

export type LlamaHostedConfig = z.output<typeof config>

function hasCredentials(url: string): boolean {
  return URL.canParse(url) && (new URL(url).username !== '' || new URL(url).password !== '')
}
