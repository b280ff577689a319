import { setTimeout as sleep } from 'node:timers/promises'
import { AIMessageChunk } from '@langchain/core/messages'
import { RunnableLambda } from '@langchain/core/runnables'
import { FakeListChatModel } from '@langchain/core/utils/testing'
import { afterAll, describe, expect, it } from 'vitest'
import { describeConformance } from '../conformance/index.js'
import { NarrativeError, type NarrativePart, type NarrativeProvider, type NarrativeRequest } from '../index.js'
import { providerPlugin, sampleTrackRequest } from '../testing/index.js'
import { fromChatModel, fromRunnable, type LangChainOptions, type RunnableInput, type StreamingChatModel } from './index.js'

const onDevice: LangChainOptions = { model: 'fake', capabilities: { locality: 'on-device' } }
const answer = '{"sentences":[{"text":"You played C-Doc 212 times in 2016.","facts":["F1"]}]}'
const done = new AIMessageChunk({ content: '', response_metadata: { finish_reason: 'stop' } })

async function collect(provider: NarrativeProvider, request: NarrativeRequest = sampleTrackRequest): Promise<readonly NarrativePart[]> {
  const parts: NarrativePart[] = []
  for await (const part of provider.narrate(request, { signal: new AbortController().signal })) parts.push(part)
  return parts
}

/** A chat model that streams these chunks; a number is a pause in milliseconds. Records whether its stream was closed. */
function streaming(...chunks: readonly (string | number | AIMessageChunk | Error)[]): StreamingChatModel & { closed: number } {
  const model = {
    closed: 0,
    async stream() {
      return (async function* () {
        try {
          for (const chunk of chunks) {
            if (chunk instanceof Error) throw chunk
            if (typeof chunk === 'number') await sleep(chunk)
            else yield typeof chunk === 'string' ? new AIMessageChunk({ content: chunk }) : chunk
          }
        } finally {
          model.closed += 1
        }
      })()
    },
  }
  return model
}

const failureOf = async (model: StreamingChatModel, options: Partial<LangChainOptions> = {}): Promise<unknown> =>
  collect(fromChatModel(model, { ...onDevice, ...options })).catch((error: unknown) => error)

describeConformance(
  providerPlugin('langchain', () =>
    fromChatModel(new FakeListChatModel({ responses: [answer.replace('F1', '0'), answer.replace('F1', '0')] }), { ...onDevice, finishReason: 'optional' }),
  ),
  { runner: { describe, it, afterAll } },
)

describe('a chat model becomes a provider', () => {
  it('sentence by sentence, while it writes', async () => {
    const parts = await collect(fromChatModel(streaming(answer.slice(0, 40), answer.slice(40), done), onDevice))
    expect(parts.map((part) => part.type)).toEqual(['narrative-start', 'text-delta', 'text-delta', 'sentence-end', 'narrative-end'])
    expect(parts.at(-2)).toEqual({ type: 'sentence-end', factIds: ['F1'] })
  })

  it('with usage and cost, summed over the chunks', async () => {
    const usage = new AIMessageChunk({
      content: '',
      usage_metadata: { input_tokens: 100, output_tokens: 20, total_tokens: 120, input_token_details: { cache_read: 60 } },
    })
    const prices = { inputPerMillion: 1, outputPerMillion: 2, cachedInputPerMillion: 0.1 }
    const parts = await collect(fromChatModel(streaming(answer, done, usage), { ...onDevice, prices }))
    expect(parts.at(-1)).toMatchObject({ usage: { inputTokens: 100, outputTokens: 20, cachedInputTokens: 60, costMicroUsd: 86 } })
    const unknown = await collect(fromChatModel(streaming(answer, done), { ...onDevice, prices }))
    expect(unknown.at(-1)).toMatchObject({ usage: { inputTokens: null, outputTokens: null, cachedInputTokens: null, costMicroUsd: null } })
  })

  it('made for each call, with the options of that call', async () => {
    const seen: object[] = []
    const model: StreamingChatModel = {
      stream: async (messages, options) => {
        seen.push({ messages, options })
        return streaming(answer, done).stream(messages)
      },
    }
    await collect(fromChatModel(async () => model, { ...onDevice, callOptions: ({ request, prompt }) => ({ top_k: request.maxWords, ids: prompt.factIds }) }))
    expect(seen).toMatchObject([
      {
        messages: [
          ['system', expect.any(String)],
          ['user', expect.any(String)],
        ],
        options: { top_k: 25, ids: ['F0', 'F1', 'F2', 'F3', 'F4'] },
      },
    ])
  })

  it('with a prompt of its own, whose version it tells', async () => {
    const prompt = {
      version: 'mine-3',
      build: () => ({ messages: [{ role: 'user' as const, content: 'hi' }], schema: {}, factIds: ['F1'], warnings: ['short'] }),
    }
    const provider = fromChatModel(streaming(answer, done), { ...onDevice, prompt })
    expect(provider.capabilities.promptVersion).toBe('mine-3')
    expect((await collect(provider))[0]).toMatchObject({ warnings: ['short'] })
  })
})

describe('a Runnable becomes a provider', () => {
  it('that gives a finished object', async () => {
    const runnable = RunnableLambda.from(async ({ request }: RunnableInput) => ({ sentences: [{ text: request.facts[1]?.statement, facts: ['F1'] }] }))
    const parts = await collect(fromRunnable(runnable, onDevice))
    expect(parts).toContainEqual({ type: 'sentence-end', factIds: ['F1'] })
  })

  it('that pipes the messages into a model', async () => {
    const runnable = RunnableLambda.from(({ messages }: RunnableInput) => messages).pipe(new FakeListChatModel({ responses: [answer] }))
    expect((await collect(fromRunnable(runnable, onDevice))).at(-1)).toMatchObject({ finish: 'complete' })
  })
})

describe('an answer that is not whole', () => {
  it.each([
    ['truncated', [answer]],
    ['truncated', [answer.slice(0, 30)]],
    ['truncated', ['{"sent', new AIMessageChunk({ content: '', response_metadata: { finish_reason: 'length' } })]],
    ['filtered', [new AIMessageChunk({ content: '', response_metadata: { stop_reason: 'refusal' } })]],
    ['invalid-response', ['I think you will like it.', done]],
    ['invalid-response', [answer.slice(0, 30), done]],
    ['invalid-response', []],
    ['invalid-response', [new AIMessageChunk({ content: '', tool_call_chunks: [{ name: 'search', args: '{}', index: 0, type: 'tool_call_chunk' }] }), done]],
    ['truncated', [answer.slice(0, 40), new TypeError('terminated')]],
    ['internal', [new RangeError('boom')]],
  ] as const)('is %s: %j', async (code, chunks) => {
    const error = await failureOf(streaming(...chunks))
    expect(NarrativeError.isInstance(error)).toBe(true)
    expect(error).toMatchObject({ code })
  })

  it('ends with length, or filtered, where something stands', async () => {
    const two = `${answer.slice(0, -2)},{"text":"And th`
    for (const finish of ['length', 'content_filter']) {
      const parts = await collect(fromChatModel(streaming(two, new AIMessageChunk({ content: '', response_metadata: { finish_reason: finish } })), onDevice))
      expect(parts.at(-1)).toMatchObject({ finish: finish === 'length' ? 'length' : 'filtered' })
    }
  })

  it('is whole without a finish reason only where the document is, if that is enough', async () => {
    expect(await collect(fromChatModel(streaming(answer), { ...onDevice, finishReason: 'optional' }))).toHaveLength(4)
    expect(await failureOf(streaming(answer.slice(0, -2)), { finishReason: 'optional' })).toMatchObject({ code: 'truncated' })
  })

  it('is complete where only babble was cut', async () => {
    const parts = await collect(
      fromChatModel(streaming(`${answer} and so on and`, new AIMessageChunk({ content: '', response_metadata: { finish_reason: 'length' } })), onDevice),
    )
    expect(parts.at(-1)).toMatchObject({ finish: 'complete' })
  })
})

describe('time', () => {
  it('runs out in all', async () => {
    expect(await failureOf(streaming(300, answer, done), { timeoutMs: 30 })).toMatchObject({ code: 'timeout', message: 'No complete answer within 30 ms' })
  })

  it('runs out in a silence, but not before the first word', async () => {
    expect(await failureOf(streaming(answer.slice(0, 40), 300, done), { idleTimeoutMs: 30 })).toMatchObject({ code: 'timeout', message: /stalled/u })
    expect(await collect(fromChatModel(streaming(80, answer, done), { ...onDevice, idleTimeoutMs: 30 }))).toHaveLength(4)
  })

  it('ends for a model that is deaf to the signal, and its stream is closed', async () => {
    const model = streaming(answer.slice(0, 40), 60, answer.slice(40), done)
    const controller = new AbortController()
    const reason = new Error('enough')
    const reading = (async () => {
      for await (const part of fromChatModel(model, onDevice).narrate(sampleTrackRequest, { signal: controller.signal }))
        if (part.type === 'text-delta') controller.abort(reason)
    })()
    await expect(reading).rejects.toBe(reason)
    await expect.poll(() => model.closed).toBe(1)
  })
})

describe('a crowd', () => {
  it('is let in by turns, and refused where too many wait', async () => {
    const model = streaming(20, answer, done)
    const provider = fromChatModel(model, { ...onDevice, capabilities: { locality: 'on-device', maxConcurrency: 1 }, queueLimit: 1 })
    const outcomes = await Promise.allSettled([collect(provider), collect(provider), collect(provider)])
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
    expect(outcomes[2]).toMatchObject({ reason: { code: 'overloaded' } })
    await expect(collect(provider)).resolves.toHaveLength(4)
  })

  it('loses nobody’s place when one stops waiting', async () => {
    const provider = fromChatModel(streaming(30, answer, done), { ...onDevice, capabilities: { locality: 'on-device', maxConcurrency: 1 } })
    const controller = new AbortController()
    const first = collect(provider)
    const waiting = provider.narrate(sampleTrackRequest, { signal: controller.signal })[Symbol.asyncIterator]().next()
    const third = collect(provider)
    controller.abort(new Error('no more patience'))
    await expect(waiting).rejects.toThrow('no more patience')
    await expect(Promise.all([first, third])).resolves.toHaveLength(2)
  })
})
