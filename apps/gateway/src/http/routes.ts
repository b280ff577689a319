import type { Dj } from '@linernotes/dj'
import type { Platform } from '@linernotes/serving'
import type { Speaker } from '@linernotes/speech'
import type { Router } from 'express'
import type { Logger } from 'pino'
import { mediaRoutes } from '../dj/media-routes.js'
import type { Metrics } from '../metrics/create-metrics.js'
import { cspReportRoute } from './csp-report-route.js'
import { pageRoutes } from './page-routes.js'
import { widgetRoutes } from './widget-routes.js'

export interface RouteOptions {
  readonly platform: Platform
  readonly metrics: Metrics
  readonly log: Logger
  readonly dj: Pick<Dj, 'export'>
  readonly speaker: Pick<Speaker, 'find'>
}

/** Everything that is answered beside GraphQL, in the order in which it is asked. */
export function createRoutes({ platform, metrics, log, dj, speaker }: RouteOptions): readonly Router[] {
  return [metrics.routesFor(platform.narrator), mediaRoutes({ dj, speaker }), cspReportRoute(log), widgetRoutes(platform), pageRoutes()]
}
