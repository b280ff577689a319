import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { NarrativeError, type NarrativeHost, type NarrativePlugin, type NarrativeProvider } from '@linernotes/narrative-sdk'
import { withDeadline } from '../pipeline/deadline.js'
import { errorText } from '../pipeline/error-text.js'
import { race } from '../pipeline/race.js'
import { refuseBlocked } from './blocked-plugins.js'
import { malformedCapability } from './check-capabilities.js'
import type { LoadedPlugin } from './load-plugins.js'
import { inScope, runAsPlugin } from './plugin-scope.js'

/** How long a provider may take to close; a child process with a model is given five seconds to stop. */
const closeMs = 6_000

/** What the whole process gives to providers; each plugin gets its own view of it. */
export type HostServices = Omit<NarrativeHost, 'provider'>

/** Providers by key, made when first needed, closed in reverse. */
export class ProviderRegistry implements AsyncDisposable {
  readonly #plugins: ReadonlyMap<string, LoadedPlugin>
  readonly #services: HostServices
  readonly #providers = new Map<string, Promise<NarrativeProvider>>()
  /** Who asked for whom. */
  readonly #uses = new Map<string, Set<string>>()
  readonly #made = new Map<string, NarrativeProvider>()
  #disposed = false

  constructor(plugins: ReadonlyMap<string, LoadedPlugin>, services: HostServices) {
    this.#plugins = plugins
    this.#services = services
  }

  get keys(): readonly string[] {
    return [...this.#plugins.keys()]
  }

  plugin(key: string): NarrativePlugin | null {
    return this.#plugins.get(key)?.plugin ?? null
  }

  /** Options as parsed; a part of what a cached text depends on. */
  options(key: string): unknown {
    return this.#plugins.get(key)?.options
  }

  /** The providers that were needed so far, in the order in which they started. */
  get running(): ReadonlyMap<string, NarrativeProvider> {
    return this.#made
  }

  /** A failed start is forgotten, so that the next call tries again. */
  provider(key: string): Promise<NarrativeProvider> {
    const known = this.#providers.get(key)
    if (known !== undefined) return known
    const created = this.#create(key)
    this.#providers.set(key, created)
    created.catch(() => this.#providers.delete(key))
    return created
  }

  async #create(key: string): Promise<NarrativeProvider> {
    const loaded = this.#plugins.get(key)
    if (loaded === undefined)
      throw new NarrativeError('misconfigured', `There is no provider ${JSON.stringify(key)}; add it to providers in linernotes.config.ts`)
    if (this.#disposed) throw new NarrativeError('unavailable', 'The narrator is closed')
    await refuseBlocked(key, this.#services.stateDirectory, this.#services.now())
    const stateDirectory = path.join(this.#services.stateDirectory, key)
    await mkdir(stateDirectory, { recursive: true })
    const host: NarrativeHost = {
      fetch: this.#services.fetch,
      now: this.#services.now,
      modelFile: (id) => this.#services.modelFile(id),
      log: (event, data) => this.#services.log(event, { provider: key, ...data }),
      stateDirectory,
      provider: (other) => this.#use(key, other),
    }
    const provider = inScope(key, await runAsPlugin(key, () => loaded.plugin.create(loaded.options, host)))
    // What every request would stumble over is said once, by name.
    const [malformed, remedy] = malformedCapability(provider.capabilities) ?? [null, '']
    if (this.#disposed || malformed !== null) await this.#close(provider)
    else this.#made.set(key, provider)
    if (malformed !== null) throw new NarrativeError('misconfigured', `${malformed}; ${remedy}`)
    return provider
  }

  async #use(key: string, other: string): Promise<NarrativeProvider> {
    if (this.#reaches(other, key))
      throw new NarrativeError('misconfigured', `${key} and ${other} are built on each other; change one of their options in linernotes.config.ts`)
    this.#uses.set(key, (this.#uses.get(key) ?? new Set()).add(other))
    return await this.provider(other)
  }

  #reaches(from: string, to: string): boolean {
    return from === to || [...(this.#uses.get(from) ?? [])].some((next) => this.#reaches(next, to))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#disposed = true
    const pending = [...this.#providers.values()]
    await Promise.race([Promise.allSettled(pending), new Promise((resolve) => setTimeout(resolve, 2_000).unref())])
    for (const provider of [...this.#made.values()].toReversed()) await this.#close(provider)
    this.#made.clear()
  }

  /** One that does not end must not keep the process from ending. */
  async #close(provider: NarrativeProvider): Promise<void> {
    try {
      await withDeadline(closeMs, new AbortController().signal, (signal) => race(Promise.resolve(provider[Symbol.asyncDispose]()), signal))
    } catch (error) {
      this.#services.log('provider-dispose-failed', { error: errorText(error) })
    }
  }
}
