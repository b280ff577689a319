import type { Router } from 'express'
import type { Metrics } from '../metrics/create-metrics.js'
import type { Platform } from '@linernotes/serving'

export interface RouteOptions {
  readonly platform: Platform
  readonly metrics: Metrics
}

/** Everything that is answered beside GraphQL, in the order in which it is asked. */
export function createRoutes({ platform, metrics }: RouteOptions): readonly Router[] {
  return [metrics.routesFor(platform.narrator)]
}
