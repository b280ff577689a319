import { NarrativeError, type Capabilities, type ProviderHealth } from '@linernotes/narrative-sdk'
import { z } from 'zod'
import { withDeadline } from './pipeline/deadline.js'
import { failureReason } from './pipeline/failure-reason.js'
import { race } from './pipeline/race.js'
import type { ProviderRegistry } from './registry/provider-registry.js'

/** A configured provider as operators and clients see it. */
export interface ProviderStatus {
  readonly key: string
  readonly displayName: string
  readonly version: string
  readonly contract: string
  /** null: it did not start; `health.detail` says why. */
  readonly capabilities: Capabilities | null
  readonly health: ProviderHealth & { readonly checkedAt: string }
}

const healthSchema: z.ZodType<ProviderHealth> = z.object({ state: z.enum(['up', 'warming', 'degraded', 'down']), detail: z.string().nullable() })
const healthDeadlineMs = 2_000
const freshMs = 3_000

/** Asks every provider how it is, at most once every few seconds. */
export class ProviderStatuses {
  #known: { readonly at: number; readonly statuses: Promise<readonly ProviderStatus[]> } | null = null

  constructor(
    private readonly registry: ProviderRegistry,
    private readonly now: () => number,
  ) {}

  read(signal: AbortSignal): Promise<readonly ProviderStatus[]> {
    const now = this.now()
    if (this.#known === null || now - this.#known.at >= freshMs)
      this.#known = { at: now, statuses: Promise.all(this.registry.keys.map((key) => this.#ask(key))) }
    return race(this.#known.statuses, signal)
  }

  async #ask(key: string): Promise<ProviderStatus> {
    const plugin = this.registry.plugin(key)
    const about = { key, displayName: plugin?.displayName ?? key, version: plugin?.version ?? '', contract: plugin?.contract ?? '' }
    const checkedAt = new Date(this.now()).toISOString()
    let capabilities: Capabilities | null = null
    try {
      const health = await withDeadline(healthDeadlineMs, new AbortController().signal, async (signal) => {
        const provider = await race(this.registry.provider(key), signal)
        capabilities = provider.capabilities
        const said = healthSchema.safeParse(await race(provider.health({ signal }), signal))
        if (!said.success) throw new NarrativeError('internal', 'what it says of its health is no health')
        return said.data
      })
      return { ...about, capabilities, health: { ...health, checkedAt } }
    } catch (error) {
      return { ...about, capabilities, health: { state: 'down', detail: failureReason(error), checkedAt } }
    }
  }
}
