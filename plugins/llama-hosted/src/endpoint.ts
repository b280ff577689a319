import type { NarrativeHost } from '@linernotes/narrative-sdk'
import type { LlamaHostedConfig } from './config.js'
import { guardedFetch } from './guarded-fetch.js'
import { type Abilities, assumedAbilities, needsProbe, probeEndpoint } from './probe-endpoint.js'

/** What was learned holds for so long; that nothing could be learned, for less. In milliseconds. */
const keepsMs = 30 * 60_000
const retriesMs = 30_000

/** What is known about the endpoint: asked before the first narrative, once for all that wait, and again when it refuses what it took before. */
export class Endpoint {
  readonly #config: LlamaHostedConfig
  readonly #host: NarrativeHost
  #learned: Abilities | null = null
  #validUntil = Number.NEGATIVE_INFINITY
  #lastAsked = Number.NEGATIVE_INFINITY
  #asking: Promise<void> | null = null

  constructor(config: LlamaHostedConfig, host: NarrativeHost) {
    this.#config = config
    this.#host = host
  }

  /** What the last probe said; null: there was none, or it said nothing. */
  get learned(): Abilities | null {
    return this.#learned
  }

  /** Waits for a probe where one is due, never longer than it may take; an endpoint that says nothing is taken at its best. Aborts with the signal of whoever asked first. */
  async abilities(signal: AbortSignal): Promise<Abilities> {
    const { structuredOutput } = this.#config
    if (!needsProbe(this.#config)) return { ...assumedAbilities, ...(structuredOutput === 'auto' ? {} : { structuredOutput }) }
    if (this.#host.now() >= this.#validUntil) await (this.#asking ??= this.#ask(signal).finally(() => (this.#asking = null)))
    return this.#learned ?? assumedAbilities
  }

  /** The endpoint refused a narrative: perhaps it is another one by now. */
  forget(): void {
    if (this.#host.now() - this.#lastAsked >= retriesMs) this.#validUntil = Number.NEGATIVE_INFINITY
  }

  async #ask(signal: AbortSignal): Promise<void> {
    const { apiKey, baseUrl, model, probeTimeoutMs, streaming } = this.#config
    this.#lastAsked = this.#host.now()
    try {
      const bounded = AbortSignal.any([signal, AbortSignal.timeout(probeTimeoutMs)])
      this.#learned = await probeEndpoint(
        { apiKey, baseUrl: baseUrl ?? '', model },
        guardedFetch(this.#host.fetch, { hasKey: apiKey !== undefined, streaming }),
        bounded,
      )
    } catch {
      // Why it failed, the narrative that follows will say.
      this.#learned = null
    }
    if (signal.aborted) return
    this.#validUntil = this.#host.now() + (this.#learned === null ? retriesMs : keepsMs)
    this.#host.log('llama-hosted.probed', { learned: this.#learned })
  }
}
