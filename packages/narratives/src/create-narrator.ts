import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { Brief } from './brief.js'
import type { Editorial } from './editorial.js'
import { goldenEditorial } from './golden/golden-editorial.js'
import type { NarrativeResult } from './narrative.js'
import type { NarrateOptions, Narrator } from './narrator.js'
import { unobserved, type NarrativeObserver } from './observer.js'
import { briefHash, hashOf } from './pipeline/cache-key.js'
import { GenerationLeases } from './pipeline/generation-leases.js'
import { NarrateList, type ListOptions } from './pipeline/narrate-list.js'
import { NarrativeCache } from './pipeline/narrative-cache.js'
import { NarrativeKeeper } from './pipeline/narrative-keeper.js'
import { defaultPolicies, type NarratePolicies } from './pipeline/policies.js'
import { ProviderGuards } from './pipeline/provider-guards.js'
import { race } from './pipeline/race.js'
import { Revalidator } from './pipeline/revalidator.js'
import { Servings } from './pipeline/servings.js'
import { SingleFlight } from './pipeline/single-flight.js'
import { streamNarrative } from './pipeline/stream-narrative.js'
import { applyGuidelines, isSensitive } from './safety/apply-guidelines.js'
import { mergeGuidelines } from './safety/shipped-guidelines.js'
import { warmUp } from './safety/warm-up.js'
import { ProviderStatuses } from './provider-status.js'
import { findInterpreter } from './registry/find-interpreter.js'
import { loadPlugins, type NarratorConfig } from './registry/load-plugins.js'
import { readProviderMetrics } from './registry/read-provider-metrics.js'
import { ProviderRegistry, type HostServices } from './registry/provider-registry.js'

export interface NarratorOptions {
  readonly db: Kysely<Database>
  readonly config: NarratorConfig
  readonly host: HostServices
  /** What differs from the defaults; `config.deadlineMs` and `config.staleAfterMs` come first. */
  readonly policies?: Partial<NarratePolicies> | undefined
  /** What the editors want; left out: the golden examples of the configuration. */
  readonly editorial?: Editorial | undefined
  /** Whoever counts; left out: nobody. */
  readonly observer?: NarrativeObserver | undefined
}

/** Loads the plugins and checks their options; throws a ConfigurationError with all problems. Providers start when first needed. */
export async function createNarrator(options: NarratorOptions): Promise<Narrator> {
  const { db, config, host, editorial = goldenEditorial(config.goldenExamples), observer = unobserved } = options
  const plugins = await loadPlugins(config)
  const { deadlineMs, staleAfterMs } = config
  const policies: NarratePolicies = { ...defaultPolicies, ...options.policies, ...(deadlineMs && { deadlineMs }), ...(staleAfterMs && { staleAfterMs }) }
  const registry = new ProviderRegistry(plugins, host)
  const { now, log } = host
  const servings = new Servings(db, now, log)
  const leases = new GenerationLeases(db, policies.deadlineMs + policies.lastResortMs, log)
  const cache = new NarrativeCache(db, registry, policies, editorial.version, now, log)
  const context = { registry, guards: new ProviderGuards(policies), policies, log }
  const list = new NarrateList(config.order, cache, new NarrativeKeeper(db, now, log, observer), servings, leases, editorial, context)
  const flights = new SingleFlight<NarrativeResult>()
  warmUp()
  const guidelines = mergeGuidelines(config.guidelines ?? [])
  const guided = (brief: Brief): Brief => applyGuidelines(brief, guidelines, config.market ?? null)
  const statuses = new ProviderStatuses(registry, now)
  const revalidator = new Revalidator(
    async (briefs, provider, signal) => void (await list.run(briefs, { provider, cache: 'fresh', remember: false, signal })),
    { most: policies.maxRevalidations, pauseMs: policies.fallbackTtlMs },
    now,
    log,
  )

  async function run(briefs: readonly Brief[], listOptions: ListOptions): Promise<readonly NarrativeResult[]> {
    const { results, stale } = await list.run(briefs, listOptions)
    if (stale.length > 0 && listOptions.cache !== 'only') revalidator.request(briefs, listOptions.provider ?? null, stale)
    return results
  }

  async function handOut(results: readonly NarrativeResult[], { ahead }: NarrateOptions): Promise<readonly NarrativeResult[]> {
    if (ahead === true) return results
    for (const result of results) observer.served(result)
    await servings.record(results)
    return results
  }

  return {
    async narrate(asked, narrateOptions) {
      const brief = guided(asked)
      const { provider, cache: policy, signal } = narrateOptions
      const key = hashOf([briefHash(brief), provider ?? null, policy ?? 'prefer', narrateOptions.budget === undefined])
      const result = await flights.run(key, signal, async (shared) => (await run([brief], { ...narrateOptions, signal: shared }))[0] as NarrativeResult)
      const own = result.type === 'narrative' ? { ...result, listenerId: brief.listenerId } : result
      await handOut([own], narrateOptions)
      return own
    },
    narrateList: async (briefs, narrateOptions) => await handOut(await run(briefs.map(guided), narrateOptions), narrateOptions),
    stream: (brief, narrateOptions) =>
      streamNarrative(async (signal, publish) => {
        const [result] = await handOut(await run([guided(brief)], { ...narrateOptions, signal, publish }), narrateOptions)
        return result as NarrativeResult
      }, narrateOptions),
    isSensitive: (evidence) => isSensitive(evidence, guidelines),
    async interpret(request, { provider, signal }) {
      const asked = [provider, config.interpreter, ...config.order.track].filter((key) => key != null)
      const interpret = await findInterpreter(registry, [...new Set(asked)])
      return interpret === null ? null : await race(interpret(request, { signal }), signal)
    },
    providerMetrics: () => new Map([...registry.running].map(([key, provider]) => [key, readProviderMetrics(provider)])),
    providers: (asked) => statuses.read(asked?.signal ?? new AbortController().signal),
    async [Symbol.asyncDispose]() {
      await revalidator[Symbol.asyncDispose]()
      await registry[Symbol.asyncDispose]()
    },
  }
}
