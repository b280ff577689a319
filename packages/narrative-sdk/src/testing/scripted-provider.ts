import { setTimeout as sleep } from 'node:timers/promises'
import type { NarrativePart } from '../part.js'
import type { Capabilities, NarrativeProvider, ProviderHealth } from '../provider.js'
import type { NarrativeRequest } from '../request.js'
import { testCapabilities } from './test-capabilities.js'

/** A part to give, an error to throw, or a pause. */
export type ScriptStep = NarrativePart | Error | { readonly type: 'pause'; readonly milliseconds: number }

/** One script for every call, or what makes one; `call` counts from 0. */
export type Script = readonly ScriptStep[] | ((request: NarrativeRequest, call: number) => readonly ScriptStep[])

export interface ScriptedProvider extends NarrativeProvider {
  /** Requests in the order in which narrating began. */
  readonly calls: readonly NarrativeRequest[]
  /** Narratives that are being read right now. */
  readonly active: number
  readonly disposals: number
}

/** Plays a script, part by part, and records what it was asked. Honours the signal; everything else is as the script says. */
export function scriptedProvider(
  script: Script,
  options: { readonly capabilities?: Partial<Capabilities>; readonly health?: ProviderHealth } = {},
): ScriptedProvider {
  const calls: NarrativeRequest[] = []
  let active = 0
  let disposals = 0
  return {
    capabilities: { ...testCapabilities, ...options.capabilities },
    calls,
    get active() {
      return active
    },
    get disposals() {
      return disposals
    },
    async *narrate(request, { signal }) {
      signal.throwIfAborted()
      const steps = typeof script === 'function' ? script(request, calls.length) : script
      calls.push(request)
      active += 1
      try {
        for (const step of steps) {
          if (step instanceof Error) throw step
          if (step.type === 'pause') await pause(step.milliseconds, signal)
          else yield step
          signal.throwIfAborted()
        }
      } finally {
        active -= 1
      }
    },
    health: async ({ signal }) => {
      signal.throwIfAborted()
      return options.health ?? { state: 'up', detail: null }
    },
    [Symbol.asyncDispose]: async () => {
      disposals += 1
    },
  }
}

/** Node's own timer wraps the reason of a signal in an AbortError; the contract asks for the reason itself. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined)
  signal.throwIfAborted()
}
