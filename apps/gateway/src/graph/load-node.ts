import { entityKind } from '@linernotes/catalog'
import { findListener } from '@linernotes/listening'
import type { GatewayContext } from '../context.js'
import { toProvider } from '../narratives/provider.resolver.js'

/** Anything with an id, by its id; null: there is no such thing. */
export async function loadNode(context: GatewayContext, id: string): Promise<object | null> {
  const { loaders, djLoaders, platform } = context
  switch (entityKind(id)) {
    case 'artist':
      return await loaders.artists.load(id)
    case 'release':
      return await loaders.releases.load(id)
    case 'track':
      return await loaders.tracks.load(id)
    case 'show':
      return await loaders.shows.load(id)
    case 'episode':
      return await loaders.episodes.load(id)
    case 'listener':
      return await findListener(platform.database.db, { id })
    case 'recommendation':
      return await loaders.recommendations.load(id)
    case 'narrative':
      return await loaders.narratives.load(id)
    case 'dj-session':
      return await djLoaders.sessions.load(id)
    case 'dj-segment':
      return await djLoaders.segments.load(id)
    case 'evidence':
      return await loaders.evidence.load(id)
    default:
      return await loadProvider(context, id)
  }
}

async function loadProvider({ loaders }: GatewayContext, id: string): Promise<object | null> {
  const status = id.startsWith('prv_') ? await loaders.providers.load(id.slice('prv_'.length)) : null
  return status === null ? null : toProvider(status.key)
}
