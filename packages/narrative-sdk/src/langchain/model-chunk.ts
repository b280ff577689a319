import type { NarrativeUsage } from '../part.js'

/** What one chunk of a LangChain stream says, whatever vendor it is from. */
export interface ModelChunk {
  readonly text: string
  readonly finish: ModelFinish | null
  readonly isToolCall: boolean
  readonly inputTokens: number | null
  readonly outputTokens: number | null
  readonly cachedInputTokens: number | null
}

export type ModelFinish = 'complete' | 'length' | 'filtered' | 'tool-call' | 'unknown'

const finishes: Readonly<Record<string, ModelFinish>> = {
  stop: 'complete',
  end_turn: 'complete',
  stop_sequence: 'complete',
  eos: 'complete',
  eos_token: 'complete',
  complete: 'complete',
  completed: 'complete',
  length: 'length',
  max_tokens: 'length',
  model_length: 'length',
  max_output_tokens: 'length',
  content_filter: 'filtered',
  safety: 'filtered',
  refusal: 'filtered',
  recitation: 'filtered',
  guardrail_intervened: 'filtered',
  tool_calls: 'tool-call',
  tool_use: 'tool-call',
  function_call: 'tool-call',
}

const finishKeys = ['finish_reason', 'finishReason', 'stop_reason', 'stopReason', 'done_reason']

/** Reads a message chunk, a string, or an object that already is the answer. */
export function readModelChunk(chunk: unknown): ModelChunk {
  if (typeof chunk === 'string') return { text: chunk, finish: null, isToolCall: false, inputTokens: null, outputTokens: null, cachedInputTokens: null }
  const message = asRecord(chunk)
  const isMessage = 'content' in message
  const usage = asRecord(message['usage_metadata'])
  return {
    text: isMessage ? contentText(message['content']) : JSON.stringify(chunk ?? ''),
    finish: isMessage ? finishOf(asRecord(message['response_metadata'])) : null,
    isToolCall: hasItems(message['tool_calls']) || hasItems(message['tool_call_chunks']) || hasItems(message['invalid_tool_calls']),
    inputTokens: tokenCount(usage['input_tokens']),
    outputTokens: tokenCount(usage['output_tokens']),
    cachedInputTokens: tokenCount(asRecord(usage['input_token_details'])['cache_read']),
  }
}

/** USD per million tokens, as vendors print them. */
export interface TokenPrices {
  readonly inputPerMillion: number
  readonly outputPerMillion: number
  /** As `inputPerMillion` where it is not given. */
  readonly cachedInputPerMillion?: number | undefined
}

/** Sums what the chunks said; what none of them said stays null. A fraction of a micro-dollar counts as one, since 0 is free. */
export class UsageCounter {
  #input: number | null = null
  #output: number | null = null
  #cached: number | null = null

  add(chunk: ModelChunk): void {
    this.#input = sum(this.#input, chunk.inputTokens)
    this.#output = sum(this.#output, chunk.outputTokens)
    this.#cached = sum(this.#cached, chunk.cachedInputTokens)
  }

  usage(prices: TokenPrices | null): NarrativeUsage {
    return { inputTokens: this.#input, outputTokens: this.#output, cachedInputTokens: this.#cached, costMicroUsd: this.#cost(prices) }
  }

  #cost(prices: TokenPrices | null): number | null {
    if (prices === null || this.#input === null || this.#output === null) return null
    const cached = Math.min(this.#cached ?? 0, this.#input)
    const input = (this.#input - cached) * prices.inputPerMillion + cached * (prices.cachedInputPerMillion ?? prices.inputPerMillion)
    return Math.ceil(input + this.#output * prices.outputPerMillion)
  }
}

function contentText(content: unknown): string {
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return ''
  return content.map((block: unknown) => (typeof block === 'string' ? block : textOfBlock(asRecord(block)))).join('')
}

function textOfBlock(block: Readonly<Record<string, unknown>>): string {
  return (block['type'] === 'text' || block['type'] === 'text_delta') && typeof block['text'] === 'string' ? block['text'] : ''
}

function finishOf(metadata: Readonly<Record<string, unknown>>): ModelFinish | null {
  for (const key of finishKeys) {
    const reason = metadata[key]
    if (typeof reason === 'string' && reason !== '') return finishes[reason.toLowerCase()] ?? 'unknown'
  }
  return null
}

function tokenCount(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? Math.round(value) : null
}

function sum(total: number | null, more: number | null): number | null {
  return more === null ? total : (total ?? 0) + more
}

function hasItems(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}
