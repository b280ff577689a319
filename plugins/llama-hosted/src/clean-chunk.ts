import { z } from 'zod'

const text = z.union([z.string(), z.array(z.looseObject({ text: z.string().catch('') }).transform((part) => part.text)).transform((parts) => parts.join(''))])
const filled = z.array(z.unknown()).nonempty()
const count = z.number().nonnegative().nullish().catch(null)

const message = z.looseObject({
  content: text.catch(''),
  refusal: z.string().catch(''),
  callsTool: z.boolean().catch(false),
})

const said = z.preprocess((value) => {
  const given = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  return { ...given, callsTool: filled.safeParse(given['tool_calls']).success || (given['function_call'] ?? null) !== null }
}, message)

const choice = z.looseObject({
  delta: z.unknown().optional(),
  message: z.unknown().optional(),
  text: z.unknown().optional(),
  finish_reason: z.string().catch(''),
})

const usage = z.looseObject({
  prompt_tokens: count,
  completion_tokens: count,
  total_tokens: count,
  prompt_tokens_details: z.looseObject({ cached_tokens: count }).nullish().catch(null),
})

const chunk = z.looseObject({
  id: z.string().catch('chunk'),
  model: z.string().catch(''),
  created: z.number().catch(0),
  choices: z.array(choice).catch([]),
  usage: usage.nullish().catch(null),
})

/** What a chunk or a whole completion says, in the one form that the client library reads without surprise. */
export interface CleanChunk {
  readonly content: string
  readonly finishReason: string | null
  readonly usage: z.output<typeof usage> | null
  readonly id: string
  readonly model: string
  readonly created: number
}

/**
 * Reads an event of a stream or a completion in one piece, leniently: no choices, an empty list of them, content that is null or a list of parts, reasoning beside
 * the content, a whole message where a delta should be. null: it is neither, such as the answer of another API.
 */
export function cleanChunk(value: unknown): CleanChunk | null {
  const parsed = chunk.safeParse(value)
  if (!parsed.success) return null
  const { id, model, created, choices, usage: used } = parsed.data
  const first = choices[0]
  const { content, refusal, callsTool } = said.parse(first?.delta ?? first?.message ?? { content: first?.text })
  const named = first?.finish_reason === '' || first === undefined ? null : first.finish_reason
  const finishReason = callsTool ? 'tool_calls' : refusal === '' ? named : 'content_filter'
  return { content, finishReason, usage: used ?? null, id, model, created }
}

/** As an event of a stream. */
export function toEvent({ content, finishReason, usage: used, ...rest }: CleanChunk): string {
  const choices = content === '' && finishReason === null ? [] : [{ index: 0, delta: { role: 'assistant', content }, finish_reason: finishReason }]
  return `data: ${JSON.stringify({ ...rest, object: 'chat.completion.chunk', choices, ...(used === null ? {} : { usage: used }) })}\n\n`
}
