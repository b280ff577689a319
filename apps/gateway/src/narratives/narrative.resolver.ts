import { entityKind } from '@linernotes/catalog'
import type { Narrative } from '@linernotes/narratives'
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { Playable } from '../graph/playable.type.js'
import { Evidence } from '../recommendations/evidence.type.js'
import { disclosureOf } from './disclosure.js'
import { AiDisclosure, Claim, NarrativeType } from './narrative.type.js'
import { toProvider, type ProviderNode } from './provider.resolver.js'
import { NarrativeProviderType } from './provider.type.js'

@Resolver(() => NarrativeType)
export class NarrativeResolver {
  @FieldResolver(() => Playable, { description: 'What it is about.' })
  async subject(@Root() { itemId }: Narrative, @Ctx() { loaders }: GatewayContext): Promise<object | null> {
    return entityKind(itemId) === 'track' ? await loaders.tracks.load(itemId) : await loaders.episodes.load(itemId)
  }

  @FieldResolver(() => [Claim], { description: 'Every factual clause of the text, with what supports it.' })
  async claims(@Root() { claims }: Narrative, @Ctx() { loaders }: GatewayContext): Promise<readonly object[]> {
    return await Promise.all(claims.map(async (claim) => ({ ...claim, evidence: await loaders.evidence.loadKnown(claim.evidenceIds) })))
  }

  @FieldResolver(() => [Evidence], { description: 'All that the text rests on.' })
  async evidence(@Root() { evidenceIds }: Narrative, @Ctx() { loaders }: GatewayContext): Promise<readonly object[]> {
    return await loaders.evidence.loadKnown(evidenceIds)
  }

  @FieldResolver(() => NarrativeProviderType, { description: 'The provider that wrote the text; differs from the one asked for after a fallback.' })
  provider(@Root() { provider }: Narrative): ProviderNode {
    return toProvider(provider)
  }

  @FieldResolver(() => AiDisclosure, { description: 'What must be said about who made it.' })
  disclosure(@Root() narrative: Narrative): AiDisclosure {
    return disclosureOf(narrative)
  }
}
