import type { NarratorConfig } from '@linernotes/narratives'

type Plugin = Extract<NarratorConfig['providers'][number], { readonly key: string }>
type Provider = Awaited<ReturnType<Plugin['create']>>
type Request = Parameters<Provider['narrate']>[0]

/** 'states' says the first fact of the reason as the catalogue has it; 'hangs' never answers; 'stalls' says it and never ends; 'fails' always does; 'evades' says what the item is called. */
export type Manner = 'states' | 'hangs' | 'stalls' | 'fails' | 'evades'

const capabilities: Provider['capabilities'] = {
  kinds: ['track', 'episode'],
  styles: ['blurb', 'dj', 'pitch'],
  languages: ['en'],
  streaming: true,
  structuredOutput: false,
  seed: false,
  maxInputTokens: null,
  locality: 'on-device',
  realisation: 'rules',
  promptVersion: '1',
  maxConcurrency: null,
}

async function* state(request: Request, isEvading: boolean): ReturnType<Provider['narrate']> {
  const wanted = isEvading ? [] : (request.reasons[0]?.factIds ?? [])
  const fact = request.facts.find(({ id }) => wanted.includes(id)) ?? request.facts[0]
  yield { type: 'narrative-start', model: 'plain', warnings: [] }
  yield { type: 'text-delta', text: fact?.statement ?? '' }
  yield { type: 'sentence-end', factIds: fact === undefined ? [] : [fact.id] }
  yield { type: 'narrative-end', finish: 'complete', usage: { inputTokens: 0, outputTokens: 0, cachedInputTokens: 0, costMicroUsd: 0 } }
}

/** A narrator for tests of the DJ: what it says is not their subject. */
export function plainNarrator(key: string, manner: () => Manner): Plugin {
  return {
    contract: 'narrative/v1',
    key,
    displayName: key,
    version: '1.0.0',
    config: { '~standard': { version: 1, vendor: 'test', validate: (value: unknown) => ({ value }) } },
    create: async () => ({
      capabilities: key === 'plain' ? capabilities : { ...capabilities, realisation: 'model' as const },
      async *narrate(request, { signal }) {
        signal.throwIfAborted()
        if (manner() === 'hangs') await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
        const isStalling = manner() === 'stalls'
        if (manner() === 'fails') throw new Error('It fails on purpose')
        for await (const event of state(request, manner() === 'evades')) {
          if (isStalling && event.type === 'narrative-end') await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
          yield event
        }
      },
      health: async () => ({ state: 'up', detail: null }),
      [Symbol.asyncDispose]: async () => undefined,
    }),
  }
}
