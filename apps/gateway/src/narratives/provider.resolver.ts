import type { ProviderStatus } from '@linernotes/narratives'
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { GatewayContext } from '../context.js'
import { Capabilities, Health, Locality, NarrativeProviderType } from './provider.type.js'

/** A provider as a node. How it is, is asked only where somebody wants to know: a provider that hangs must not hold up a narrative of another. */
export interface ProviderNode {
  readonly id: string
  readonly key: string
}

export const toProvider = (key: string): ProviderNode => ({ id: `prv_${key}`, key })

/** What is said of a provider that did not start. */
const nothing = { kinds: [], styles: [], languages: [], streaming: false, structuredOutput: false, seed: false, maxInputTokens: null }

@Resolver(() => NarrativeProviderType)
export class ProviderResolver {
  @Query(() => [NarrativeProviderType], { description: 'Who can write narratives here, and whether they can now.' })
  async providers(@Ctx() { platform, signal }: GatewayContext): Promise<readonly ProviderNode[]> {
    return (await platform.narrator.providers({ signal })).map(({ key }) => toProvider(key))
  }

  @FieldResolver(() => String, { description: 'Name to show.' })
  async displayName(@Root() { key }: ProviderNode, @Ctx() context: GatewayContext): Promise<string> {
    return (await statusOf(key, context)).displayName
  }
  @FieldResolver(() => String, { description: 'Version of the plugin.' })
  async version(@Root() { key }: ProviderNode, @Ctx() context: GatewayContext): Promise<string> {
    return (await statusOf(key, context)).version
  }
  @FieldResolver(() => String, { description: 'Version of the provider contract, e.g. narrative/v1.' })
  async contract(@Root() { key }: ProviderNode, @Ctx() context: GatewayContext): Promise<string> {
    return (await statusOf(key, context)).contract
  }
  @FieldResolver(() => Locality, { description: 'Where the text of a brief goes.' })
  async locality(@Root() { key }: ProviderNode, @Ctx() context: GatewayContext): Promise<`${Locality}`> {
    // What did not start has promised nothing: its text might go anywhere.
    return (await statusOf(key, context)).capabilities?.locality ?? 'third-party'
  }
  @FieldResolver(() => Capabilities, { description: 'What it can do.' })
  async capabilities(@Root() { key }: ProviderNode, @Ctx() context: GatewayContext): Promise<object> {
    return (await statusOf(key, context)).capabilities ?? nothing
  }
  @FieldResolver(() => Health, { description: 'Whether it can narrate now.' })
  async health(@Root() { key }: ProviderNode, @Ctx() context: GatewayContext): Promise<object> {
    const { health } = await statusOf(key, context)
    return { ...health, checkedAt: new Date(health.checkedAt) }
  }
}

/** How a provider is; one that wrote a narrative once may be configured no more. */
async function statusOf(key: string, { loaders, platform }: GatewayContext): Promise<ProviderStatus> {
  const status = await loaders.providers.load(key)
  if (status !== null) return status
  const checkedAt = new Date(platform.now()).toISOString()
  return { key, displayName: key, version: '', contract: '', capabilities: null, health: { state: 'down', detail: 'It is configured no more.', checkedAt } }
}
