import type { CachePolicy, NarrativeRequestOptions } from '@linernotes/serving'
import type { GatewayContext } from '../context.js'
import { badInput } from '../errors.js'
import type { NarrateInput } from './narrate.input.js'

/** The input with its defaults; the language is the listener's where none is asked for. */
export async function narrateOptions(context: GatewayContext, listenerId: string | null, input: NarrateInput | null): Promise<NarrativeRequestOptions> {
  if (input?.maxWords != null && (input.maxWords < 5 || input.maxWords > 200)) throw badInput(`maxWords: expected 5 to 200, got ${input.maxWords}`)
  return {
    provider: input?.provider ?? null,
    style: input?.style ?? 'blurb',
    language: input?.language ?? (listenerId === null ? 'en' : await context.loaders.locale.load(listenerId)) ?? 'en',
    maxWords: input?.maxWords ?? null,
    seed: input?.seed ?? null,
    spoilerFree: input?.spoilerFree ?? true,
    cache: (input?.cache ?? 'prefer') satisfies CachePolicy,
  }
}
