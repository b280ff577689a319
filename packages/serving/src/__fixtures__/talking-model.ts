import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Plugin } from './ahead-platform.js'

type Provider = Awaited<ReturnType<Plugin['create']>>
type Usage = { readonly inputTokens: number | null; readonly outputTokens: number | null }

export interface TalkingModel {
  readonly plugin: Plugin
  /** How often it was asked. */
  readonly calls: number
}

/** A model that says the strongest fact about the listener, and takes a thousand tokens for it unless told otherwise. */
export function talkingModel(
  key = 'model',
  usage: Usage = { inputTokens: 900, outputTokens: 100 },
  locality: Provider['capabilities']['locality'] = 'on-device',
  onCall: (calls: number) => void = () => undefined,
): TalkingModel {
  let calls = 0
  const provider: Provider = {
    capabilities: {
      kinds: ['track', 'episode'],
      styles: ['blurb', 'dj', 'pitch'],
      languages: ['en'],
      streaming: true,
      structuredOutput: false,
      seed: false,
      maxInputTokens: 1_000,
      locality,
      realisation: 'model',
      promptVersion: '1',
      maxConcurrency: null,
    },
    async *narrate({ facts, reasons }) {
      calls += 1
      onCall(calls)
      const fact = facts.find(({ id }) => id === reasons[0]?.factIds[0]) ?? facts[0]
      yield { type: 'narrative-start', model: 'test', warnings: [] }
      await sleep(5)
      yield { type: 'text-delta', text: fact?.statement ?? '' }
      yield { type: 'sentence-end', factIds: [fact?.id ?? ''] }
      yield { type: 'narrative-end', finish: 'complete', usage: { cachedInputTokens: null, costMicroUsd: null, ...usage } }
    },
    health: async () => ({ state: 'up', detail: null }),
    [Symbol.asyncDispose]: async () => undefined,
  }
  return {
    plugin: { contract: 'narrative/v1', key, displayName: key, version: '1.0.0', config: z.strictObject({}), create: async () => provider },
    get calls() {
      return calls
    },
  }
}
