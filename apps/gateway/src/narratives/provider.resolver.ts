import type { ProviderStatus } from '@linernotes/narratives'
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { Locality, NarrativeProviderType } from './provider.type.js'

@Resolver(() => NarrativeProviderType)
export class ProviderResolver {
  @Query(() => [NarrativeProviderType], { description: 'Who can write narratives here, and whether they can now.' })
  async providers(@Ctx() { platform }: GatewayContext): Promise<readonly object[]> {
    return (await platform.narrator.providers()).map(toProvider)
  }

  @FieldResolver(() => Locality, { description: 'Where the text of a brief goes.' })
  locality(@Root() { capabilities }: ProviderStatus): string {
    return capabilities.locality
  }
}

/** A provider as a node. */
export function toProvider(status: ProviderStatus): ProviderStatus & { readonly id: string } {
  return { ...status, id: `prv_${status.key}` }
}
