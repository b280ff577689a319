import type { Dj } from '@linernotes/dj'
import type { Platform } from '@linernotes/serving'
import type { Speaker } from '@linernotes/speech'
import type { Request } from 'express'
import { createDjLoaders, type DjLoaders } from './dj/dj-loaders.js'
import { ownAddress, type Whereabouts } from './http/own-address.js'
import { createLoaders, type Loaders } from './loaders.js'

/** What resolvers see of one request. */
export interface GatewayContext {
  readonly platform: Platform
  readonly dj: Dj
  readonly speaker: Pick<Speaker, 'silence'>
  readonly loaders: Loaders
  readonly djLoaders: DjLoaders
  /** External id of the listener who asks, from the header `x-listener-id`; null: nobody in particular. */
  readonly viewerExternalId: string | null
  readonly allowPrivateFeeds: boolean
  /** The address under which the client finds a path of this server. */
  readonly addressOf: (path: string) => string
  /** Aborts when the client goes away. */
  readonly signal: AbortSignal
  /** Aborts when this server begins to stop: streams that would not end by themselves end then. */
  readonly stopping: AbortSignal
}

export interface ContextSources extends Pick<GatewayContext, 'platform' | 'dj' | 'speaker' | 'stopping' | 'allowPrivateFeeds'> {
  readonly whereabouts: Whereabouts
}

export function createContextFactory({ whereabouts, ...sources }: ContextSources) {
  return (request: Pick<Request, 'headers' | 'socket'>, signal: AbortSignal): GatewayContext => {
    const header = request.headers['x-listener-id']
    return {
      ...sources,
      loaders: createLoaders(sources.platform, signal),
      djLoaders: createDjLoaders(sources.dj, signal),
      viewerExternalId: typeof header === 'string' && header !== '' ? header : null,
      addressOf: (path) => ownAddress(request, whereabouts) + path,
      signal,
    }
  }
}
