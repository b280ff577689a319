import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { Narrator } from './narrator.js'
import { NarrateList } from './pipeline/narrate-list.js'
import { streamNarrative } from './pipeline/stream-narrative.js'
import { NarrativeCache } from './pipeline/narrative-cache.js'
import { defaultPolicies, type NarratePolicies } from './pipeline/policies.js'
import { ProviderGuards } from './pipeline/provider-guards.js'
import { SingleFlight } from './pipeline/single-flight.js'
import { hashOf, briefHash } from './pipeline/cache-key.js'
import type { NarrativeResult } from './narrative.js'
import type { Brief } from './brief.js'
import { applyGuidelines } from './safety/apply-guidelines.js'
import { mergeGuidelines } from './safety/shipped-guidelines.js'
import { warmUp } from './safety/warm-up.js'
import { ProviderStatuses } from './provider-status.js'
import { loadPlugins, type NarratorConfig } from './registry/load-plugins.js'
import { ProviderRegistry, type HostServices } from './registry/provider-registry.js'

export interface NarratorOptions {
  readonly db: Kysely<Database>
  readonly config: NarratorConfig
  readonly host: HostServices
  /** What differs from the defaults; `config.deadlineMs` comes first. */
  readonly policies?: Partial<NarratePolicies> | undefined
}

/** Loads the plugins and checks their options; throws a ConfigurationError with all problems. Providers start when first needed. */
export async function createNarrator(options: NarratorOptions): Promise<Narrator> {
  const { db, config, host } = options
  const plugins = await loadPlugins(config)
  const policies: NarratePolicies = { ...defaultPolicies, ...options.policies, ...(config.deadlineMs === undefined ? {} : { deadlineMs: config.deadlineMs }) }
  const registry = new ProviderRegistry(plugins, host)
  const { now, log } = host
  const context = { registry, guards: new ProviderGuards(policies), policies, log }
  const cache = new NarrativeCache(db, registry, policies, now, log)
  const list = new NarrateList(db, config.order, cache, context, now)
  const flights = new SingleFlight<NarrativeResult>()
  warmUp()
  const guidelines = mergeGuidelines(config.guidelines ?? [])
  const guided = (brief: Brief): Brief => applyGuidelines(brief, guidelines, config.market ?? null)
  const statuses = new ProviderStatuses(registry, now)
  return {
    async narrate(asked, { provider, cache: policy, signal }) {
      const brief = guided(asked)
      const key = hashOf([briefHash(brief), provider ?? null, policy ?? 'prefer'])
      const result = await flights.run(
        key,
        signal,
        async (shared) => (await list.run([brief], { provider, cache: policy, signal: shared }))[0] as NarrativeResult,
      )
      return result.type === 'narrative' ? { ...result, listenerId: brief.listenerId } : result
    },
    narrateList: (briefs, narrateOptions) => list.run(briefs.map(guided), narrateOptions),
    stream: (brief, narrateOptions) => streamNarrative(list, guided(brief), narrateOptions),
    providers: (asked) => statuses.read(asked?.signal ?? new AbortController().signal),
    [Symbol.asyncDispose]: () => registry[Symbol.asyncDispose](),
  }
}
