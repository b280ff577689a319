import { basename } from 'node:path'
import type { NarrativeHost, NarrativeProvider, NarrativeRequest, ProviderHealth } from '@linernotes/narrative-sdk'
import { composePrompt, fromChatModel, fromRunnable, judgeWith, type LangChainOptions } from '@linernotes/narrative-sdk/langchain'
import { afterRefusal } from './after-refusal.js'
import { ChatLlamaLocal } from './chat-llama-local.js'
import type { LlamaLocalConfig } from './config.js'
import { LlamaFiles } from './llama-files.js'
import { countNarratives, type LlamaLocalMetrics } from './provider-metrics.js'
import { planPrompt } from './plan/plan-prompt.js'
import { writePlan } from './plan/write-plan.js'
import { wordsPrompt } from './words/words-prompt.js'
import { writeWords } from './words/write-words.js'

/** Longest silence of a model that writes. */
const idleTimeoutMs = 30_000

export interface LlamaLocalProvider extends NarrativeProvider {
  /** What the provider and its process do now, and did since the provider was made. Beside the contract: for whoever exports it. */
  metrics(): LlamaLocalMetrics
}

export function createLlamaLocal(config: LlamaLocalConfig, host: NarrativeHost): LlamaLocalProvider {
  const files = new LlamaFiles(config, host)

  async function health(): Promise<ProviderHealth> {
    const missing = await files.findMissing()
    if (missing !== null) return { state: 'down', detail: missing }
    const { llama } = files
    if (llama?.failure) return { state: llama.failure.code === 'misconfigured' ? 'down' : 'degraded', detail: llama.failure.message }
    if (llama?.hasLoaded) return { state: 'up', detail: inOneLine(provider.metrics()) }
    return { state: 'warming', detail: 'The model is loaded for the first narrative.' }
  }

  async function openChat(): Promise<ChatLlamaLocal> {
    const process = await files.open()
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
    dispose: async () => files.llama?.[Symbol.asyncDispose](),
    now: host.now,
    log: host.log,
  }
  const as = (mode: 'plan' | 'words'): LangChainOptions => ({ ...options, capabilities: { ...options.capabilities, mode } })
  const planner = (): NarrativeProvider =>
    fromRunnable(async () => writePlan(await openChat()), {
      ...as('plan'),
      prompt: planPrompt,
      // The model chooses what is told; the wordings are fixed.
      realisation: 'rules',
      callOptions: ({ request }) => seedOf(request),
    })
  const writer = (): NarrativeProvider =>
    fromRunnable(async () => writeWords(await openChat()), { ...as('words'), prompt: wordsPrompt, callOptions: ({ request }) => seedOf(request) })
  const composer = (): NarrativeProvider =>
    fromChatModel(openChat, {
      ...as('words'),
      prompt: composePrompt,
      callOptions: ({ request, prompt }) => ({ ...seedOf(request), sharedMessages: prompt.messages.length - 1, responseSchema: prompt.schema }),
    })
  const small = (): NarrativeProvider => (config.mode === 'words' ? afterRefusal(writer(), planner()) : planner())
  const isFull = config.prompt === 'full' && config.mode !== 'plan'
  const judge = judgeWith(openChat, { ...options, callOptions: ({ prompt }) => ({ responseSchema: prompt.schema }) })
  const provider = Object.assign(
    countNarratives(isFull ? composer() : small(), () => files.llama?.metrics ?? null),
    { judge },
  )
  return provider
}

function seedOf({ seed }: NarrativeRequest): { seed?: number } {
  return seed === null ? {} : { seed }
}

function inOneLine({ running, waiting, answers, restarts, rssBytes, inputTokens, cachedTokens }: LlamaLocalMetrics): string {
  const kept = inputTokens === 0 ? 0 : Math.round((100 * cachedTokens) / inputTokens)
  const memory = rssBytes === null ? '' : `, ${Math.round(rssBytes / 2 ** 20)} MB`
  return `${running} running, ${waiting} waiting, ${answers} answers, ${kept} % of the prompts kept, ${restarts} restarts${memory}`
}
