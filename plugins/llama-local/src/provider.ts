import { basename } from 'node:path'
import { NarrativeError, type NarrativeHost, type NarrativeProvider, type NarrativeRequest, type ProviderHealth } from '@linernotes/narrative-sdk'
import { composePrompt, fromChatModel, fromRunnable, judgeWith, type LangChainOptions } from '@linernotes/narrative-sdk/langchain'
import { ChatLlamaLocal } from './chat-llama-local.js'
import type { LlamaLocalConfig } from './config.js'
import { LlamaProcess } from './llama-process.js'
import { shortPrompt } from './short-prompt.js'
import { writeSentences } from './write-sentences.js'

/** Longest silence of a model that writes. */
const idleTimeoutMs = 30_000

/** Looks for the model file at every narrative, so that one that is pulled later is used as soon as it is there. */
export function createLlamaLocal(config: LlamaLocalConfig, host: NarrativeHost): NarrativeProvider {
  let llama: LlamaProcess | null = null

  async function open(): Promise<LlamaProcess> {
    const modelPath = await host.modelFile(config.model)
    // Nothing that waiting or trying again would mend: no retry, no breaker, and the remedy stays in sight.
    if (modelPath === null) throw new NarrativeError('misconfigured', missing(config.model))
    if (llama?.modelPath === modelPath) return llama
    await llama?.[Symbol.asyncDispose]()
    llama = new LlamaProcess({ ...config, modelPath, now: host.now, log: host.log })
    return llama
  }

  async function health(): Promise<ProviderHealth> {
    if ((await host.modelFile(config.model)) === null) return { state: 'down', detail: missing(config.model) }
    if (llama?.failure) return { state: llama.failure.code === 'misconfigured' ? 'down' : 'degraded', detail: llama.failure.message }
    if (llama?.hasLoaded) return { state: 'up', detail: null }
    return { state: 'warming', detail: 'The model is loaded for the first narrative.' }
  }

  async function openChat(): Promise<ChatLlamaLocal> {
    const process = await open()
    return new ChatLlamaLocal({ model, sampling: config, generate: (request, signal) => process.generate(request, signal) })
  }

  const model = basename(config.model, '.gguf')
  const options: LangChainOptions = {
    model,
    capabilities: {
      structuredOutput: true,
      seed: true,
      maxInputTokens: config.contextSize - config.maxTokens,
      locality: 'on-device',
      maxConcurrency: config.sequences,
    },
    queueLimit: config.queueLimit,
    idleTimeoutMs,
    health,
    dispose: async () => llama?.[Symbol.asyncDispose](),
    now: host.now,
    log: host.log,
  }
  if (config.prompt === 'short') {
    const provider = fromRunnable(async () => writeSentences(await openChat()), {
      ...options,
      prompt: shortPrompt,
      // The model plans: which facts, in which order and how they are joined. Their wordings are fixed.
      realisation: 'rules',
      finishReason: 'required',
      callOptions: ({ request }) => seedOf(request),
    })
    return Object.assign(provider, { judge: judgeWith(openChat, { ...options, callOptions: ({ prompt }) => ({ responseSchema: prompt.schema }) }) })
  }
  return fromChatModel(openChat, {
    ...options,
    prompt: composePrompt,
    callOptions: ({ request, prompt }) => ({ ...seedOf(request), responseSchema: prompt.schema }),
  })
}

function seedOf({ seed }: NarrativeRequest): { seed?: number } {
  return seed === null ? {} : { seed }
}

function missing(model: string): string {
  if (/[/\\]|\.gguf$/i.test(model))
    return `There is no GGUF file at ${model}. Set LLAMA_LOCAL_MODEL to one, or to an id of: npx -y pnpm@12.21.0 linernotes models list`
  return `The model ${model} is not on this machine. Get it: npx -y pnpm@12.21.0 linernotes models pull ${model}`
}
