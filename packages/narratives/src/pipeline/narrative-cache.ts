import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { Brief } from '../brief.js'
import type { CachePolicy, Narrative } from '../narrative.js'
import type { ProviderRegistry } from '../registry/provider-registry.js'
import { briefHash, hashOf, textPlace, type ProviderIdentity, type TextPlace } from './cache-key.js'
import { withDeadline } from './deadline.js'
import { errorText } from './error-text.js'
import { findTexts, type StoredTexts } from './find-texts.js'
import { identifyProvider } from './identify-provider.js'
import type { NarratePolicies } from './policies.js'
import { race } from './race.js'

/** Where the texts of one brief are kept: under the provider asked for, and under each that may stand in for it. */
export interface CachePlace {
  readonly itemId: string
  readonly placeOf: (writer: string) => TextPlace
  readonly own: TextPlace | null
  readonly fallbacks: readonly TextPlace[]
  /** Two requests that share it are written once: the place of the models that come before the rules. null: rules write it, each list for itself. */
  readonly flight: string | null
}

export interface CachedText {
  readonly narrative: Narrative | null
  /** Old, or by an earlier prompt: good enough to be served while another is written. */
  readonly stale: boolean
  /** Texts about this item that must not come back. */
  readonly withdrawn: readonly string[]
}

const nothing: CachedText = { narrative: null, stale: false, withdrawn: [] }

/** Finds and places cached narratives. A text by a stand-in is served again for a short while only. */
export class NarrativeCache {
  constructor(
    private readonly db: Kysely<Database>,
    private readonly registry: ProviderRegistry,
    private readonly policies: NarratePolicies,
    private readonly voice: string,
    private readonly now: () => number,
    private readonly log: (event: string, data?: object) => void,
  ) {}

  async #identities(chain: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, ProviderIdentity>> {
    const identities = new Map<string, ProviderIdentity>()
    await Promise.all(
      chain.map(async (key) => {
        try {
          const provider = await withDeadline(this.policies.deadlineMs / 4, signal, (limited) => race(this.registry.provider(key), limited))
          identities.set(key, identifyProvider(this.registry, key, provider.capabilities))
        } catch (error) {
          signal.throwIfAborted()
          this.log('narrative-provider-not-started', { provider: key, error: errorText(error) })
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
      const placeOf = (writer: string): TextPlace =>
        textPlace(hash, asked, identities.get(writer) ?? identifyProvider(this.registry, writer, null), this.voice, here)
      context = hashOf([context, hash])
      const rulesAt = chain.findIndex((key) => identities.get(key)?.realisation === 'rules')
      const models = rulesAt < 0 ? chain : chain.slice(0, rulesAt)
      return {
        itemId: brief.itemId,
        placeOf,
        own: identities.has(asked) ? placeOf(asked) : null,
        fallbacks: chain
          .slice(1)
          .filter((key) => identities.has(key))
          .map(placeOf),
        flight: models.length === 0 ? null : hashOf(models.map((key) => placeOf(key).key)),
      }
    })
  }

  /** What is kept, place by place. One statement. A database that fails is no reason to be silent. */
  async find(places: readonly CachePlace[], policy: CachePolicy): Promise<readonly CachedText[]> {
    try {
      const texts = await findTexts(this.db, {
        places: policy === 'bypass' ? [] : places.flatMap((place) => [...(place.own === null ? [] : [place.own]), ...place.fallbacks]),
        itemIds: places.map((place) => place.itemId),
      })
      return places.map((place) => ({ ...this.#choose(place, texts, policy), withdrawn: texts.withdrawn.get(place.itemId) ?? [] }))
    } catch (error) {
      this.log('narrative-cache-unreadable', { error: String(error) })
      return places.map(() => nothing)
    }
  }

  #choose({ own, fallbacks }: CachePlace, texts: StoredTexts, policy: CachePolicy): Pick<CachedText, 'narrative' | 'stale'> {
    const age = (narrative: Narrative): number => this.now() - Date.parse(narrative.createdAt)
    const exact = own === null ? undefined : texts.byKey.get(own.key)
    if (exact !== undefined && age(exact) < this.policies.staleAfterMs) return { narrative: exact, stale: false }
    const stale = exact ?? (own === null ? undefined : texts.byBrief.get(own.briefKey))
    if (stale !== undefined && policy !== 'fresh') return { narrative: stale, stale: true }
    const standIn = fallbacks
      .flatMap(({ key }) => texts.byKey.get(key) ?? [])
      .find((narrative) => policy === 'only' || age(narrative) < this.policies.fallbackTtlMs)
    return { narrative: standIn ?? null, stale: false }
  }
}
