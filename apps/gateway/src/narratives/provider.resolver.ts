import type { ProviderStatus } from '@linernotes/narratives'
import { Ctx, Query, Resolver } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { NarrativeProviderType } from './provider.type.js'

@Resolver(() => NarrativeProviderType)
export class ProviderResolver {
  @Query(() => [NarrativeProviderType], { description: 'Who can write narratives here, and whether they can now.' })
  async providers(@Ctx() { platform }: GatewayContext): Promise<readonly object[]> {
    return (await platform.narrator.providers()).map(toProvider)
  }
}

/** What is said of a provider that did not start. */
const nothing = { kinds: [], styles: [], languages: [], streaming: false, structuredOutput: false, seed: false, maxInputTokens: null }

/** A provider as a node. */
export function toProvider({ capabilities, health, ...about }: ProviderStatus): object {
  return {
    ...about,
    id: `prv_${about.key}`,
    locality: capabilities?.locality ?? 'on-device',
    capabilities: capabilities ?? nothing,
    health: { ...health, checkedAt: new Date(health.checkedAt) },
  }
}
