import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { NarrativeHost, NarrativeProvider } from '@linernotes/narrative-sdk'

export const root = path.resolve(import.meta.dirname, '../../../..')

export interface GenerateRequest {
  readonly messages: readonly { readonly role: 'system' | 'user' | 'assistant'; readonly content: string }[]
  readonly sharedMessages: number
  readonly schema: null
  readonly grammar: string | null
  readonly choices: null
  readonly maxTokens: number
  readonly temperature: number
  readonly topP: number
  readonly repeatPenalty: number
  readonly seed: number | null
  readonly stop: readonly string[]
}

type GenerationEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'end'; readonly inputTokens: number; readonly cachedTokens: number; readonly outputTokens: number }

/** The part of the plugin's model process that is measured. */
export interface LlamaProcess extends AsyncDisposable {
  generate(request: GenerateRequest, signal: AbortSignal): AsyncIterable<GenerationEvent>
}

export interface ProcessOptions {
  readonly modelPath: string
  readonly threads: number
  readonly prefixDirectory: string | null
  readonly contextSize?: number
}

interface Plugin {
  readonly process: { readonly LlamaProcess: new (options: object) => LlamaProcess }
  readonly provider: { readonly createLlamaLocal: (config: object, host: NarrativeHost) => NarrativeProvider }
  readonly config: { readonly config: { parse(options: object): object } }
}

/** As it was built, by its path: nobody imports a plugin by its name. */
async function load<Name extends keyof Plugin>(file: string): Promise<Plugin[Name]> {
  return (await import(pathToFileURL(path.join(root, 'plugins/llama-local/dist', file)).href)) as Plugin[Name]
}

export async function openProcess({ contextSize = 4096, ...options }: ProcessOptions): Promise<LlamaProcess> {
  const { LlamaProcess } = await load<'process'>('llama-process.js')
  const fixed = { sequences: 1, lora: [], prefixBytes: 2 ** 28, memoryLimitMb: null, idleUnloadMs: null }
  const times = { abortTimeoutMs: 30_000, loadTimeoutMs: 120_000, hangTimeoutMs: 60_000 }
  return new LlamaProcess({ ...fixed, ...times, ...options, contextSize, now: Date.now, log: () => undefined })
}

export async function openProvider(options: object, host: NarrativeHost): Promise<NarrativeProvider> {
  const [{ createLlamaLocal }, { config }] = [await load<'provider'>('provider.js'), await load<'config'>('config.js')]
  return createLlamaLocal(config.parse(options), host)
}

export function requestOf(messages: GenerateRequest['messages'], more: Partial<GenerateRequest> = {}): GenerateRequest {
  return {
    messages,
    sharedMessages: 0,
    schema: null,
    grammar: null,
    choices: null,
    maxTokens: 1,
    temperature: 0,
    topP: 1,
    repeatPenalty: 1,
    seed: 1,
    stop: [],
    ...more,
  }
}

export interface Answer {
  readonly text: string
  readonly outputTokens: number
  /** From the call, in milliseconds. */
  readonly firstMs: number
  readonly endMs: number
}

export async function ask(llama: LlamaProcess, request: GenerateRequest, signal: AbortSignal = new AbortController().signal): Promise<Answer> {
  const started = performance.now()
  let [text, firstMs] = ['', 0]
  for await (const event of llama.generate(request, signal)) {
    const elapsed = performance.now() - started
    if (event.type === 'end') return { text, outputTokens: event.outputTokens, firstMs: firstMs || elapsed, endMs: elapsed }
    firstMs ||= elapsed
    text += event.text
  }
  throw new Error('the model did not end its answer')
}
