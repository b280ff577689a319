import type { NarrativeBudget } from '@linernotes/narratives'
import { z } from 'zod'

type Attempt = Parameters<NarrativeBudget['reserve']>[0]
export type Usage = { readonly inputTokens: number | null; readonly outputTokens: number | null; readonly costMicroUsd: number | null } | null

/** What an attempt may take. `microUsd` null: nobody knows. */
export interface Cost {
  readonly tokens: number
  readonly microUsd: number | null
}

/** What a prompt holds beside the request: instructions and a fixed example, in bytes. */
const promptOverhead = 8_192
/** Where the options do not say how long an answer may be: the words, and JSON around them. */
const outputOverhead = 512
const tokensPerWord = 8

/** Options by the names that the plugins of this repository give them. USD per million tokens is micro-USD per token. */
const knownOptions = z.object({
  maxTokens: z.number().positive().optional().catch(undefined),
  prices: z.object({ inputPerMillion: z.number(), outputPerMillion: z.number() }).optional().catch(undefined),
})

interface Known {
  readonly input: number
  readonly output: number
  readonly price: { readonly input: number; readonly output: number } | null
}

function know({ provider, options, request }: Attempt): Known {
  const parsed = knownOptions.safeParse(options)
  const { maxTokens, prices } = parsed.success ? parsed.data : {}
  const { maxInputTokens, locality } = provider.capabilities
  return {
    // A token is at least one byte.
    input: Math.min(maxInputTokens ?? Number.POSITIVE_INFINITY, Buffer.byteLength(JSON.stringify(request)) + promptOverhead),
    output: maxTokens ?? outputOverhead + tokensPerWord * request.maxWords,
    price:
      prices !== undefined ? { input: prices.inputPerMillion, output: prices.outputPerMillion } : locality === 'on-device' ? { input: 0, output: 0 } : null,
  }
}

/** The most that one attempt can take. A model on this machine costs no money. */
export function worstCase(attempt: Attempt): Cost {
  const { input, output, price } = know(attempt)
  return { tokens: input + output, microUsd: price === null ? null : input * price.input + output * price.output }
}

/** What an attempt took; what it did not say is taken at its worst. */
export function actualCost(attempt: Attempt, usage: Usage): Cost {
  const known = know(attempt)
  const input = usage?.inputTokens ?? known.input
  const output = usage?.outputTokens ?? known.output
  return { tokens: input + output, microUsd: usage?.costMicroUsd ?? (known.price === null ? null : input * known.price.input + output * known.price.output) }
}
