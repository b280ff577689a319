import type { Environment } from '@linernotes/configuration'
import type { Platform } from '@linernotes/serving'
import type { Request } from 'express'
import { createLoaders, type Loaders } from './loaders.js'

/** What resolvers see of one request. */
export interface GatewayContext {
  readonly platform: Platform
  readonly loaders: Loaders
  /** External id of the listener who asks, from the header `x-listener-id`; null: nobody in particular. */
  readonly viewerExternalId: string | null
  readonly allowPrivateFeeds: boolean
  /** Aborts when the client goes away. */
  readonly signal: AbortSignal
}

export function createContextFactory(platform: Platform, environment: Pick<Environment, 'allowPrivateFeeds'>) {
  return (request: Pick<Request, 'headers'>, signal: AbortSignal): GatewayContext => {
    const header = request.headers['x-listener-id']
    return {
      platform,
      loaders: createLoaders(platform, signal),
      viewerExternalId: typeof header === 'string' && header !== '' ? header : null,
      allowPrivateFeeds: environment.allowPrivateFeeds,
      signal,
    }
  }
}
