import { NarrativeError, type NarrativePart } from '../../index.js'
import { unknownUsage } from '../../testing/index.js'
import { fetchingPlugin } from './fetching-plugin.js'
import type { Flaw } from './flaws.js'

const over = (fault: string): string => `fails well over the network: ${fault}`
const streaming = 'gives the first words before the last are there, where it says that it streams'

function says(text: string): NarrativePart[] {
  return [
    { type: 'narrative-start', model: 'm', warnings: [] },
    { type: 'text-delta', text },
    { type: 'sentence-end', factIds: [] },
    { type: 'narrative-end', finish: 'complete', usage: unknownUsage },
  ]
}

async function dropped(): Promise<void> {
  throw new Error('dropped')
}

/** Catches what a narrative fails with, and says something else. */
function instead(of: (error: NarrativeError) => boolean, act: (error: NarrativeError) => NarrativePart[]): Flaw['plugin'] {
  return fetchingPlugin({
    provider: (good) => ({
      async *narrate(request, options) {
        try {
          yield* good.narrate(request, options)
        } catch (error) {
          if (!NarrativeError.isInstance(error) || !of(error)) throw error
          yield* act(error)
        }
      },
    }),
  })
}

/** Providers over `host.fetch` that break one promise each. */
export const networkFlaws: Readonly<Record<string, Flaw>> = {
  'asks again after a 500': {
    plugin: fetchingPlugin({
      ask: (ask) => async (input, init) => {
        const response = await ask(input, init)
        return response.status === 500 ? ask(input, init) : response
      },
    }),
    fails: over('500'),
  },
  'loses Retry-After': {
    plugin: instead(
      (error) => error.code === 'rate-limited',
      (error) => {
        throw new NarrativeError('rate-limited', error.message)
      },
    ),
    fails: over('429 with Retry-After'),
  },
  'makes up how long to wait': {
    plugin: instead(
      (error) => error.code === 'rate-limited',
      (error) => {
        throw new NarrativeError('rate-limited', error.message, { retryAfterMs: error.retryAfterMs ?? 1000 })
      },
    ),
    fails: over('429 without Retry-After'),
  },
  'calls a 503 its own mistake': {
    plugin: instead(
      (error) => error.message.includes('503'),
      (error) => {
        throw new NarrativeError('misconfigured', error.message)
      },
    ),
    fails: over('503'),
  },
  'throws what fetch throws': {
    plugin: instead(
      (error) => /fetch failed/u.test(error.message) && error.code === 'unavailable',
      (error) => {
        throw error.cause
      },
    ),
    fails: over('a refused connection'),
  },
  'waits for ever for the first byte': { plugin: fetchingPlugin({ timeoutMs: undefined }), fails: over('silence'), also: [over('a byte a second')] },
  'never gives up while something comes': {
    plugin: fetchingPlugin({
      timeoutMs: undefined,
      idleTimeoutMs: 2000,
      ask: (ask) => async (input, init) => {
        const first = new AbortController()
        const timer = setTimeout(() => first.abort(new NarrativeError('timeout', 'no answer')), 100)
        const response = await ask(input, { ...init, signal: AbortSignal.any([first.signal, ...(init?.signal ? [init.signal] : [])]) })
        clearTimeout(timer)
        return response
      },
    }),
    fails: over('a byte a second'),
  },
  'takes an early end for the end': {
    plugin: instead(
      (error) => error.code === 'truncated' && !/terminated/u.test(error.message),
      () => [{ type: 'narrative-end', finish: 'complete', usage: unknownUsage }],
    ),
    fails: over('an answer that ends early as if all were well'),
  },
  'takes a cut for an end': {
    plugin: instead(
      (error) => error.code === 'truncated' && /terminated/u.test(error.message),
      () => [{ type: 'narrative-end', finish: 'complete', usage: unknownUsage }],
    ),
    fails: over('an answer cut in the middle of a token'),
    also: [over('an answer cut in the middle of a UTF-8 character')],
  },
  'calls broken JSON an outage': {
    plugin: instead(
      (error) => error.cause instanceof SyntaxError,
      (error) => {
        throw new NarrativeError('unavailable', error.message)
      },
    ),
    fails: over('broken JSON'),
  },
  'shows a web page': {
    plugin: instead(
      (error) => error.message === 'a web page',
      () => says('<p>Welcome to the guest network.</p>'),
    ),
    fails: over('a web page with status 200'),
  },
  'leaves a rejection to nobody': {
    plugin: instead(
      (error) => error.code === 'rate-limited' && error.retryAfterMs === null,
      (limited) => {
        void dropped()
        throw limited
      },
    ),
    fails: over('429 without Retry-After'),
  },
  'waits for the whole answer': {
    plugin: fetchingPlugin({
      ask: (ask) => async (input, init) => {
        const response = await ask(input, init)
        return response.ok && init?.method === 'POST' && /stream/u.test(response.headers.get('content-type') ?? '')
          ? new Response(await response.text(), { headers: response.headers })
          : response
      },
    }),
    fails: streaming,
  },
  'calls itself up without asking': {
    plugin: fetchingPlugin({
      provider: (_good, ask) => ({
        async health({ signal }) {
          signal.throwIfAborted()
          await ask('http://model.test/v1/models', { signal }).catch(() => null)
          return { state: 'up', detail: null }
        },
      }),
    }),
    fails: 'does not call itself up when its network is down',
  },
}
