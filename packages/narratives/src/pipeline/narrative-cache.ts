import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { Brief } from '../brief.js'
import type { CachePolicy, Narrative } from '../narrative.js'
import type { ProviderRegistry } from '../registry/provider-registry.js'
import { briefHash, cacheKey, hashOf, type ProviderIdentity } from './cache-key.js'
import { withDeadline } from './deadline.js'
import { findNarratives } from './narrative.queries.js'
import type { NarratePolicies } from './policies.js'
import { race } from './race.js'

/** Where the texts of one brief are kept: under the provider asked for, and under each that may stand in for it. */
export interface CachePlace {
  readonly keyOf: (writer: string) => string
  readonly own: string | null
  readonly fallbacks: readonly string[]
}

/** Finds and places cached narratives. A text by a stand-in is served again for a short while only. */
export class NarrativeCache {
  constructor(
    private readonly db: Kysely<Database>,
    private readonly registry: ProviderRegistry,
    private readonly policies: NarratePolicies,
    private readonly now: () => number,
    private readonly log: (event: string, data?: object) => void,
  ) {}

  async #identities(chain: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, ProviderIdentity>> {
    const identities = new Map<string, ProviderIdentity>()
    await Promise.all(
      chain.map(async (key) => {
        try {
          const { capabilities } = await withDeadline(this.policies.deadlineMs / 4, signal, (limited) => race(this.registry.provider(key), limited))
          identities.set(key, { key, promptVersion: capabilities.promptVersion, options: this.registry.options(key), realisation: capabilities.realisation })
        } catch (error) {
          signal.throwIfAborted()
          this.log('narrative-provider-not-started', { provider: key, error: String(error) })
        }
      }),
    )
    return identities
  }

  /** One place for each brief, in the order of the list. */
  async places(briefs: readonly { readonly brief: Brief; readonly chain: readonly string[] }[], signal: AbortSignal): Promise<readonly CachePlace[]> {
    const identities = await this.#identities([...new Set(briefs.flatMap(({ chain }) => chain))], signal)
    let context = ''
    return briefs.map(({ brief, chain }) => {
      const hash = briefHash(brief)
      const asked = chain[0] ?? ''
      const here = context
      const keyOf = (writer: string): string =>
        cacheKey(hash, asked, identities.get(writer) ?? { key: writer, promptVersion: '', options: this.registry.options(writer), realisation: 'model' }, here)
      context = hashOf([context, hash])
      return {
        keyOf,
        own: identities.has(asked) ? keyOf(asked) : null,
        fallbacks: chain
          .slice(1)
          .filter((key) => identities.has(key))
          .map(keyOf),
      }
    })
  }

  /** Cached narratives, place by place; null: none. One statement. A database that fails is no reason to be silent. */
  async find(places: readonly CachePlace[], policy: CachePolicy): Promise<readonly (Narrative | null)[]> {
    if (policy === 'bypass') return places.map(() => null)
    const keys = places.flatMap((place) => [...(place.own === null ? [] : [place.own]), ...place.fallbacks])
    const found = await findNarratives(this.db, keys).catch((error: unknown) => {
      this.log('narrative-cache-unreadable', { error: String(error) })
      return new Map<string, Narrative>()
    })
    const fresh = (narrative: Narrative | undefined): boolean =>
      narrative !== undefined && (policy === 'only' || Date.parse(narrative.createdAt) + this.policies.fallbackTtlMs > this.now())
    return places.map((place) => {
      const own = place.own === null ? undefined : found.get(place.own)
      return own ?? place.fallbacks.map((key) => found.get(key)).find(fresh) ?? null
    })
  }
}
