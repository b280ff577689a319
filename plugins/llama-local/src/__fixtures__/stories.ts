import { fileURLToPath } from 'node:url'
import { LlamaProcess, type LlamaProcessOptions } from '../llama-process.js'
import type { GenerateRequest } from '../child/message.js'

/** A real Llama of 1.2 MB that tells toddlers' stories and follows no instruction. */
export const storiesPath = fileURLToPath(new URL('../../../../data/mit/stories260K.gguf', import.meta.url))

export function openStories(options: Partial<LlamaProcessOptions> = {}): LlamaProcess {
  return new LlamaProcess({
    modelPath: storiesPath,
    threads: 1,
    contextSize: 1024,
    sequences: 1,
    idleUnloadMs: null,
    abortTimeoutMs: 5_000,
    loadTimeoutMs: 30_000,
    hangTimeoutMs: 10_000,
    memoryLimitMb: null,
    lora: [],
    prefixDirectory: null,
    prefixBytes: 2 ** 26,
    now: Date.now,
    log: () => undefined,
    ...options,
  })
}

export const story: GenerateRequest = {
  messages: [{ role: 'user', content: 'Once upon a time' }],
  sharedMessages: 0,
  schema: null,
  grammar: null, choices: null,
  maxTokens: 40,
  temperature: 0,
  topP: 1,
  repeatPenalty: 1,
  seed: 1,
  stop: [],
}

export interface Told {
  readonly text: string
  readonly finish: string
  readonly inputTokens: number
  readonly cachedTokens: number
  readonly outputTokens: number
}

export async function tell(llama: LlamaProcess, request: Partial<GenerateRequest> = {}, signal = new AbortController().signal): Promise<Told> {
  let text = ''
  for await (const event of llama.generate({ ...story, ...request }, signal)) {
    if (event.type === 'end') return { ...event, text }
    text += event.text
  }
  throw new Error('It never ended')
}
