import type { After } from '@linernotes/dj'
import { definePlugin, NarrativeError, type NarrativePart, type NarrativeProvider, type NarrativeRequest } from '@linernotes/narrative-sdk'

export interface FaultyOptions {
  /** 0 to 1, each: hangs for ten minutes, fails at once. */
  readonly stalls: number
  readonly failures: number
  readonly random: () => number
  readonly after: After
}

export interface FaultyNarrator {
  readonly plugin: ReturnType<typeof definePlugin>
  /** Calls that hang now. */
  readonly hanging: () => number
  readonly counts: { calls: number; stalls: number; failures: number }
}

const STALL_MS = 600_000

/** A narrator before the house's, who words as the house does where it neither hangs nor fails. */
export function faultyNarrator(options: FaultyOptions): FaultyNarrator {
  const counts = { calls: 0, stalls: 0, failures: 0 }
  let hanging = 0

  async function hang(signal: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const cancel = options.after(STALL_MS, resolve)
    const abort = (): void => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    hanging += 1
    try {
      await promise
    } finally {
      hanging -= 1
      cancel()
      signal.removeEventListener('abort', abort)
    }
  }

  async function* narrate(house: NarrativeProvider, request: NarrativeRequest, signal: AbortSignal): AsyncGenerator<NarrativePart> {
    signal.throwIfAborted()
    counts.calls += 1
    const chance = options.random()
    if (chance < options.stalls) {
      counts.stalls += 1
      await hang(signal)
    } else if (chance < options.stalls + options.failures) {
      counts.failures += 1
      throw new NarrativeError('invalid-response', 'It fails on purpose')
    }
    for await (const part of house.narrate(request, { signal })) yield part.type === 'narrative-start' ? { ...part, realisation: 'model' } : part
  }

  const plugin = definePlugin({
    key: 'faulty-narrator',
    displayName: 'Faulty narrator',
    version: '1.0.0',
    config: { '~standard': { version: 1, vendor: 'linernotes', validate: (value: unknown) => ({ value }) } },
    async create(_, host) {
      const house = await host.provider('house-narrator')
      return {
        capabilities: { ...house.capabilities, realisation: 'model' },
        narrate: (request, { signal }) => narrate(house, request, signal),
        health: async () => ({ state: 'up', detail: null }),
        [Symbol.asyncDispose]: async () => undefined,
      }
    },
  })
  return { plugin, hanging: () => hanging, counts }
}
