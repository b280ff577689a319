import { z } from 'zod'
import { definePlugin, NarrativeError, type NarrativePlugin, type NarrativeProvider } from '../../index.js'
import { fromChatModel, type StreamingChatModel } from '../../langchain/index.js'
import { chatFetch, createTestHost, sampleTrackRequest } from '../../testing/index.js'
import type { ConformanceOptions } from '../index.js'

/** Where the one promise of a flawed fake is broken. */
export interface FetchingFlaw {
  readonly timeoutMs?: number | undefined
  readonly idleTimeoutMs?: number
  readonly ask?: (ask: typeof fetch) => typeof fetch
  readonly provider?: (good: NarrativeProvider, ask: typeof fetch) => Partial<NarrativeProvider>
}

/** A provider over `host.fetch` that speaks the OpenAI protocol and keeps every promise, but for the flaw. */
export function fetchingPlugin(flaw: FetchingFlaw = {}): [NarrativePlugin, ConformanceOptions] {
  const plugin = definePlugin({
    key: 'fetching',
    displayName: 'Fetching',
    version: '0.0.0',
    config: z.strictObject({}),
    async create(_config, host) {
      const ask = flaw.ask?.(host.fetch) ?? host.fetch
      const good = fromChatModel(chatModel(ask), {
        model: 'm',
        capabilities: { locality: 'third-party', maxConcurrency: 4 },
        timeoutMs: 'timeoutMs' in flaw ? flaw.timeoutMs : 300,
        idleTimeoutMs: flaw.idleTimeoutMs ?? 100,
        health: async ({ signal }) => {
          const response = await ask('http://model.test/v1/models', { signal }).catch(() => null)
          signal.throwIfAborted()
          return response === null ? { state: 'down', detail: 'nobody answers' } : { state: 'up', detail: null }
        },
      })
      // A class instance: its methods are on the prototype.
      const bound: NarrativeProvider = {
        capabilities: good.capabilities,
        narrate: (request, options) => good.narrate(request, options),
        health: (options) => good.health(options),
        [Symbol.asyncDispose]: async () => good[Symbol.asyncDispose](),
      }
      return { ...bound, ...flaw.provider?.(bound, ask) }
    },
  }) as NarrativePlugin
  return [plugin, { host: () => createTestHost({ fetch: chatFetch() }), narrativeMs: 600, stopMs: 150, requests: [sampleTrackRequest] }]
}

function chatModel(ask: typeof fetch): StreamingChatModel {
  return {
    async stream(messages, options) {
      const { signal } = options as { signal: AbortSignal }
      const body = JSON.stringify({ model: 'm', stream: true, messages: messages.map(([role, content]) => ({ role, content })) })
      const response = await ask('http://model.test/v1/chat/completions', { method: 'POST', body, redirect: 'manual', signal })
      if (!response.ok) throw Object.assign(new Error(`status ${response.status}`), { status: response.status, headers: response.headers })
      if (/html/u.test(response.headers.get('content-type') ?? '')) throw new NarrativeError('invalid-response', 'a web page')
      return readEvents(response)
    },
  }
}

/** The chunks of an answer, as LangChain gives them. */
async function* readEvents(response: Response): AsyncGenerator<object> {
  let rest = ''
  for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.startsWith('data: {')) yield toChunk(JSON.parse(line.slice(6)) as Event)
  }
}

interface Event {
  readonly choices: readonly { readonly delta: { readonly content?: string; readonly tool_calls?: readonly object[] }; readonly finish_reason?: string }[]
}

function toChunk({ choices }: Event): object {
  const { delta, finish_reason: finish } = choices[0] ?? { delta: {} }
  return {
    content: delta.content ?? '',
    tool_call_chunks: delta.tool_calls ?? [],
    response_metadata: finish === undefined ? {} : { finish_reason: finish },
  }
}
